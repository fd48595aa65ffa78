#include "widgets/advice.h"

#include "core/facts/refusal.h"
#include "core/session/command.h"
#include "widgets/words.h"

#include <QCoreApplication>

namespace cresset::widgets {

namespace {

struct Row {
    char const* sentence;  // as the core says it
    char const* advice;
};

// Sentences that say themselves what to do ("...: reopen it first") are not here.
constexpr Row rows[] = {
    // refusals
    {"there is no unit {0}",
     QT_TRANSLATE_NOOP("Advice", "Look for its call sign on the board of units, or type its beginning and Tab.")},
    {"there is no incident {0}",
     QT_TRANSLATE_NOOP("Advice", "Look for its number in the queue; a closed one is found with find NUMBER.")},
    {"there is no {0} {1}",
     QT_TRANSLATE_NOOP("Advice", "Type the beginning of the name and Tab: the list shows what there is.")},
    {"incident {0} is not closed", QT_TRANSLATE_NOOP("Advice", "Nothing needs doing: it is open, so go on with it.")},
    {"{0} is not on duty", QT_TRANSLATE_NOOP("Advice", "Send another unit: the card ranks those on duty.")},
    {"{0} is already sent to {1}",
     QT_TRANSLATE_NOOP("Advice", "Nothing needs doing; to send it elsewhere, release it first: rel UNIT.")},
    {"{0} is not sent to {1}", QT_TRANSLATE_NOOP("Advice", "Send it first: d UNIT INCIDENT.")},
    {"{0} cannot go from {1} to {2}",
     QT_TRANSLATE_NOOP("Advice", "Take the steps in between: F6 sets the usual next status of the unit.")},
    {"{0} is {1} already", QT_TRANSLATE_NOOP("Advice", "Nothing needs doing; F6 sets the next status.")},
    {"{0} is not in distress", QT_TRANSLATE_NOOP("Advice", "Look at the list of alarms (F10): which unit is it?")},
    {"{0} is in distress already", QT_TRANSLATE_NOOP("Advice", "Send help now: the alarms (F10) show where it is.")},
    {"incident {0} cannot be a duplicate of itself or of its own duplicate",
     QT_TRANSLATE_NOOP("Advice", "Link the later call to the first one: link LATER FIRST.")},
    {"{0} is not in the table of {1}",
     QT_TRANSLATE_NOOP("Advice", "Type its beginning and Tab: the list shows every code there is.")},
    {"{0} is in use already", QT_TRANSLATE_NOOP("Advice", "Choose another name or number.")},
    {"there is nothing to undo",
     QT_TRANSLATE_NOOP("Advice", "Only acts of this seat can be taken back; look at the log for who did it.")},
    {"there is nothing to redo", QT_TRANSLATE_NOOP("Advice", "Only what was just taken back can be done again.")},
    {"the expiry lies in the past", QT_TRANSLATE_NOOP("Advice", "Give a time that is still to come, such as 12h.")},
    {"this journal is open for reading only",
     QT_TRANSLATE_NOOP("Advice", "Act at the desk that holds the journal, or close it there and open it here again.")},
    {"nothing can be saved now: {0}",
     QT_TRANSLATE_NOOP("Advice", "Mend what is named; what was done so far is kept. Meanwhile write on paper.")},
    {"there is nothing to do", QT_TRANSLATE_NOOP("Advice", "Say what shall change: ? VERB shows how it is written.")},
    {"this was done already", QT_TRANSLATE_NOOP("Advice", "Nothing needs doing: look at the log.")},
    {"{0} may look but not act",
     QT_TRANSLATE_NOOP("Advice", "Ask the supervisor for the right to act, or for the act.")},
    {"an alarm can be shelved for {0} at most",
     QT_TRANSLATE_NOOP("Advice", "Shelve it for less; when it is back, deal with it or shelve it again.")},
    {"{1} waits for {0} already", QT_TRANSLATE_NOOP("Advice", "Nothing needs doing: it stands on the board.")},
    {"{1} does not wait for {0}",
     QT_TRANSLATE_NOOP("Advice", "Look at the board of units: what waits for one stands in its row.")},
    {"{0} is at work on {1} already", QT_TRANSLATE_NOOP("Advice", "Nothing needs doing; choose another unit.")},
    {"{0} cannot be a fence: {1}",
     QT_TRANSLATE_NOOP("Advice", "Mend what is named on the form of the fence; its drawing is kept until then.")},
    {"no unit can close a point of the ring around {0} in time",
     QT_TRANSLATE_NOOP(
         "Advice", "Free units nearer to it, widen the ring (cordon INCIDENT 3km), or send chasers: d UNIT INCIDENT.")},
    {"a street is closed (0) or slowed down to 1 to 99 percent of its speed",
     QT_TRANSLATE_NOOP("Advice", "Say block PLACE to close it, or block PLACE 30% to slow it down.")},
    {"a drill needs stages: rising times, each with one unit at least",
     QT_TRANSLATE_NOOP("Advice", "Mend the stages in field_rules.json; the shipped ones are 1, 3 and 5 minutes.")},
    {"this drill is over", QT_TRANSLATE_NOOP("Advice", "Begin a new one: stages INCIDENT.")},
    {"there is no cordon around {0}",
     QT_TRANSLATE_NOOP("Advice", "Plan one first: cordon INCIDENT shows it before anyone is sent.")},
    {"no street is closed there",
     QT_TRANSLATE_NOOP("Advice", "Point at the closed street on the map: its sign stands there.")},
    {"no street is within {0} m of that place",
     QT_TRANSLATE_NOOP("Advice", "Point at the street itself on the map: right click, Close this street.")},
    {"no arrival drill is running", QT_TRANSLATE_NOOP("Advice", "Begin one: stages INCIDENT.")},
    {"there is no fence {0}", QT_TRANSLATE_NOOP("Advice", "fence alone shows all there are; draw one there.")},
    {"{0} cannot be looked for",
     QT_TRANSLATE_NOOP("Advice", "Name kinds with commas between them: near 1023 800m cam,unit.")},
    {"a point is a fence with \"radius_m\" only",
     QT_TRANSLATE_NOOP("Advice", "Give the point the property radius_m, in metres.")},
    {"a position is not [longitude, latitude] in degrees",
     QT_TRANSLATE_NOOP("Advice", "Write positions as [longitude, latitude], longitude first.")},
    {"coordinates are missing", QT_TRANSLATE_NOOP("Advice", "Export the file anew, with its shapes.")},
    {"the file of fences is larger than 64 MiB",
     QT_TRANSLATE_NOOP("Advice", "Split it, and import the parts one after the other.")},
    {"the file of fences is no JSON, or nested too deep", QT_TRANSLATE_NOOP("Advice", "Export it anew as GeoJSON.")},
    {"{0} must be a day of the year (05-01)",
     QT_TRANSLATE_NOOP("Advice", "Write month and day with two figures each.")},
    {"{0} must be a number above 0, at most {1}",
     QT_TRANSLATE_NOOP("Advice", "Mend the figure in the file, and import it again.")},
    {"{0} must be a time of the day (22:00)",
     QT_TRANSLATE_NOOP("Advice", "Write hours and minutes with two figures each.")},
    {"nothing waits for {0}", QT_TRANSLATE_NOOP("Advice", "Send it by name: d UNIT INCIDENT.")},
    {"{0} has all that its run card asks for", QT_TRANSLATE_NOOP("Advice", "Send more by name: d UNIT INCIDENT.")},
    {"nobody is free for what the run card of {0} still asks for",
     QT_TRANSLATE_NOOP("Advice", "Let it wait for a unit that is at work: stack UNIT INCIDENT.")},
    {"{0} cannot take its own place", QT_TRANSLATE_NOOP("Advice", "Name another unit.")},
    {"nobody was sent to {0} who was not recommended",
     QT_TRANSLATE_NOOP("Advice", "Nothing needs doing: no reason is asked for.")},
    // mistakes at the command line
    {"\"{0}\" is no verb", QT_TRANSLATE_NOOP("Advice", "Type ? and Enter: every verb with its words is shown.")},
    {"there is no unit \"{0}\"",
     QT_TRANSLATE_NOOP("Advice", "Look for its call sign on the board of units, or type its beginning and Tab.")},
    {"there is no incident \"{0}\"",
     QT_TRANSLATE_NOOP("Advice", "Look for its number in the queue; a closed one is found with find NUMBER.")},
    {"\"{0}\" is no incident type",
     QT_TRANSLATE_NOOP("Advice", "Type its beginning and Tab: the list shows every type there is.")},
    {"no place is called \"{0}\"",
     QT_TRANSLATE_NOOP("Advice",
                       "Type the beginning of a street, a crossing or a house, or @latitude,longitude; or "
                       "right-click the place on the map.")},
    {"\"{0}\" is no disposition", QT_TRANSLATE_NOOP("Advice", "Take one of the list that is shown, with Tab.")},
    {"there is no drone \"{0}\"", QT_TRANSLATE_NOOP("Advice", "Take one of the list that is shown, with Tab.")},
    {"which unit?", QT_TRANSLATE_NOOP("Advice", "Select one on the board or the map, or type its call sign.")},
    {"the text is missing", QT_TRANSLATE_NOOP("Advice", "Type it after the verb.")},
    {"\"{0}\" is too much here", QT_TRANSLATE_NOOP("Advice", "Take it away: ? VERB shows how it is written.")},
    // problems
    {"{0} is no journal, or it is damaged: {1}",
     QT_TRANSLATE_NOOP("Advice",
                       "Check that it is the right file; if it is, open its backup, and keep the damaged one.")},
    {"{0} is not a journal of this program",
     QT_TRANSLATE_NOOP("Advice", "Choose a file that ends with .cresset, written by this program.")},
    {"{0} cannot be opened as MBTiles: {1}",
     QT_TRANSLATE_NOOP("Advice",
                       "Choose a city pack (.mbtiles); OpenStreetMap data is imported first: Help, First page.")},
    {"{0} is not there", QT_TRANSLATE_NOOP("Advice", "Look whether the file was moved, or its disk taken out.")},
    {"{0}: the city pack is damaged ({1})",
     QT_TRANSLATE_NOOP("Advice", "Copy it anew from where it came, or import its data again.")},
    {"{0}: the city pack is damaged",
     QT_TRANSLATE_NOOP("Advice", "Copy it anew from where it came, or import its data again.")},
    {"{0}: was made by a newer program (version {1} of the pack, this program reads {2})",
     QT_TRANSLATE_NOOP("Advice", "Update this program, or import the city's data with this one.")},
    {"{0} cannot be read: {1}",
     QT_TRANSLATE_NOOP("Advice",
                       "Fetch the extract anew and check its size; it must end with .osm.pbf, .osm, .osm.gz or "
                       ".osm.bz2.")},
    {"there is no such file", QT_TRANSLATE_NOOP("Advice", "Look whether the file was moved, or its disk taken out.")},
    {"it has no nodes", QT_TRANSLATE_NOOP("Advice", "Fetch an extract that has a city in it.")},
    {"it has no ways; the file may be cut short", QT_TRANSLATE_NOOP("Advice", "Fetch the extract anew.")},
    {"it does not fit into memory", QT_TRANSLATE_NOOP("Advice", "Cut the city out of it first (osmium extract).")},
    {"the map has no nodes: there is nothing to draw",
     QT_TRANSLATE_NOOP("Advice", "Fetch an extract that has a city in it.")},
    {"{0}: the pack cannot be written over its own source",
     QT_TRANSLATE_NOOP("Advice", "Give the pack another name or folder.")},
    {"{0}: there is no such folder to write into", QT_TRANSLATE_NOOP("Advice", "Make the folder, or choose another.")},
    {"{0}: cannot be written: {1}", QT_TRANSLATE_NOOP("Advice", "Choose another folder, or make room on its disk.")},
    {"the copy is as broken as its source: {0}",
     QT_TRANSLATE_NOOP("Advice", "Check the journal (File, Check the journal) and keep an older backup.")},
    {"there is no such text, or it is erased already", QT_TRANSLATE_NOOP("Advice", "Nothing needs doing.")},
    {"{0} has a [ without its ]", QT_TRANSLATE_NOOP("Advice", "Write the address as [::1]:2947.")},
    {"{0} has no port after the colon", QT_TRANSLATE_NOOP("Advice", "Write the address as 127.0.0.1:2947.")},
    {"{0} is no name of a host", QT_TRANSLATE_NOOP("Advice", "Write a name or an address such as 127.0.0.1.")},
    {"an address of a feed is shorter than that",
     QT_TRANSLATE_NOOP("Advice", "Shorten it: look for something pasted.")},
    {"{0}: only a gpsd has devices, such as /dev/ttyUSB0",
     QT_TRANSLATE_NOOP("Advice", "Take the device away, or choose gpsd+tcp.")},
    {"another feed listens at UDP port {0} already",
     QT_TRANSLATE_NOOP("Advice", "Choose another port, and set the sender to it.")},
    {"{0} is a feed already", QT_TRANSLATE_NOOP("Advice", "Nothing needs doing: it is in the list.")},
    {"another feed reads {0} already", QT_TRANSLATE_NOOP("Advice", "Remove that one first.")},
    {"the data of this city has no roads, so no ways can be found on it",
     QT_TRANSLATE_NOOP("Advice", "Import an extract with its roads to get times and routes.")},
    {"this city has no names to search",
     QT_TRANSLATE_NOOP("Advice", "Import an extract with its names, or give places as @latitude,longitude.")},
    {"the table of sounds (sounds.json) does not fit its form",
     QT_TRANSLATE_NOOP("Advice", "Put the file back as it was installed.")},
    {"{0} has nothing that can be shown on a map", QT_TRANSLATE_NOOP("Advice", "Check that it is the right file.")},
    {"this system cannot confine the program that reads map files, so {0} is not read",
     QT_TRANSLATE_NOOP("Advice", "Use a kernel with seccomp, or convert the file elsewhere.")},
    {"the backup was stopped", QT_TRANSLATE_NOOP("Advice", "Nothing was written: begin again when there is time.")},
    {"the check was stopped", QT_TRANSLATE_NOOP("Advice", "Begin again when there is time; the journal is as it was.")},
    {"stopped", QT_TRANSLATE_NOOP("Advice", "Nothing was written: begin again when there is time.")},
};

}  // namespace

QString adviceOf(std::string_view english)
{
    for (Row const& row : rows)
        if (english == row.sentence) return QCoreApplication::translate("Advice", row.advice);
    return {};
}

QString problemWithAdvice(std::string const& problem)
{
    QString const text = problemText(problem);
    char const* sentence = problemSentence(problem);
    QString const advice = sentence == nullptr ? QString{} : adviceOf(sentence);
    return advice.isEmpty() ? text : text + QLatin1Char('\n') + advice;
}

std::vector<Advised> everyAdvice()
{
    std::vector<Advised> all;
    auto const add = [&](char const* context, std::string_view english) {
        all.push_back({QCoreApplication::translate(context, std::string{english}.c_str()), adviceOf(english)});
    };
    for (int i = 0; i <= static_cast<int>(last_reason); ++i) add("Reason", english(static_cast<Reason>(i)));
    for (int i = 0; i <= static_cast<int>(last_mistake); ++i)
        if (static_cast<Mistake>(i) != Mistake::macro_words)  // a problem in its own words
            add("Mistake", english(static_cast<Mistake>(i)));
    for (char const* problem : knownProblems()) add("Problem", problem);
    return all;
}

}  // namespace cresset::widgets
