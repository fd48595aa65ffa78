/// The sentences that the core gives in English, listed for the translation files: lupdate finds marked text only, and
/// the core knows nothing of Qt. Nothing runs here; a test holds the lists against the core.

#include <QtGlobal>

namespace {

[[maybe_unused]] constexpr char const* reasons[] = {
    QT_TRANSLATE_NOOP("Reason", "there is no unit {0}"),
    QT_TRANSLATE_NOOP("Reason", "there is no incident {0}"),
    QT_TRANSLATE_NOOP("Reason", "there is no {0} {1}"),
    QT_TRANSLATE_NOOP("Reason", "incident {0} is closed: reopen it first"),
    QT_TRANSLATE_NOOP("Reason", "incident {0} is not closed"),
    QT_TRANSLATE_NOOP("Reason", "{0} is not on duty"),
    QT_TRANSLATE_NOOP("Reason", "{0} is at work on {1}: release it there first"),
    QT_TRANSLATE_NOOP("Reason", "{0} is already sent to {1}"),
    QT_TRANSLATE_NOOP("Reason", "{0} is not sent to {1}"),
    QT_TRANSLATE_NOOP("Reason", "{0} cannot go from {1} to {2}"),
    QT_TRANSLATE_NOOP("Reason", "{0} is {1} already"),
    QT_TRANSLATE_NOOP("Reason", "{0} has no incident: dispatch it first"),
    QT_TRANSLATE_NOOP("Reason", "{0} is not in distress"),
    QT_TRANSLATE_NOOP("Reason", "{0} is in distress already"),
    QT_TRANSLATE_NOOP("Reason", "incident {0} cannot be a duplicate of itself or of its own duplicate"),
    QT_TRANSLATE_NOOP("Reason", "{0} is not in the table of {1}"),
    QT_TRANSLATE_NOOP("Reason", "{0} is in use already"),
    QT_TRANSLATE_NOOP("Reason", "{0} was changed by somebody else meanwhile: look again"),
    QT_TRANSLATE_NOOP("Reason", "there is nothing to undo"),
    QT_TRANSLATE_NOOP("Reason", "there is nothing to redo"),
    QT_TRANSLATE_NOOP("Reason", "{0} was changed again since: undo that first"),
    QT_TRANSLATE_NOOP("Reason", "the expiry lies in the past"),
    QT_TRANSLATE_NOOP("Reason", "this journal is open for reading only"),
    QT_TRANSLATE_NOOP("Reason", "nothing can be saved now: {0}"),
    QT_TRANSLATE_NOOP("Reason", "there is nothing to do"),
    QT_TRANSLATE_NOOP("Reason", "this was done already"),
    QT_TRANSLATE_NOOP("Reason", "{0} may look but not act"),
    QT_TRANSLATE_NOOP("Reason", "a text or a time in it cannot be written down: look at what was typed or sent"),
    QT_TRANSLATE_NOOP("Reason", "{1} waits for {0} already"),
    QT_TRANSLATE_NOOP("Reason", "{1} does not wait for {0}"),
    QT_TRANSLATE_NOOP("Reason", "{0} is at work on {1} already"),
    QT_TRANSLATE_NOOP("Reason", "{0} is free: send it at once"),
    QT_TRANSLATE_NOOP("Reason", "{0} is {1}: nothing can wait for it"),
    QT_TRANSLATE_NOOP("Reason", "nothing waits for {0}"),
    QT_TRANSLATE_NOOP("Reason", "{0} has all that its run card asks for"),
    QT_TRANSLATE_NOOP("Reason", "nobody is free for what the run card of {0} still asks for"),
    QT_TRANSLATE_NOOP("Reason", "{0} cannot take its own place"),
    QT_TRANSLATE_NOOP("Reason", "{0} is under way to no incident: nobody can take its place"),
    QT_TRANSLATE_NOOP("Reason", "nobody was sent to {0} who was not recommended"),
};

[[maybe_unused]] constexpr char const* mistakes[] = {
    QT_TRANSLATE_NOOP("Mistake", "type a verb, or ? for help"),
    QT_TRANSLATE_NOOP("Mistake", "\"{0}\" is no verb"),
    QT_TRANSLATE_NOOP("Mistake", "there is no unit \"{0}\""),
    QT_TRANSLATE_NOOP("Mistake", "there is no incident \"{0}\""),
    QT_TRANSLATE_NOOP("Mistake", "\"{0}\" is no incident type"),
    QT_TRANSLATE_NOOP("Mistake", "no place is called \"{0}\""),
    QT_TRANSLATE_NOOP("Mistake", "\"{0}\" is no disposition"),
    QT_TRANSLATE_NOOP("Mistake", "there is no drone \"{0}\""),
    QT_TRANSLATE_NOOP("Mistake", "no view is kept as \"{0}\": keep NAME keeps this one"),
    QT_TRANSLATE_NOOP("Mistake", "which unit?"),
    QT_TRANSLATE_NOOP("Mistake", "which incident? select one or type its number"),
    QT_TRANSLATE_NOOP("Mistake", "what has happened? type an incident type"),
    QT_TRANSLATE_NOOP("Mistake", "where? type a place or @latitude,longitude"),
    QT_TRANSLATE_NOOP("Mistake", "the text is missing"),
    QT_TRANSLATE_NOOP("Mistake", "how did it end? type a disposition"),
    QT_TRANSLATE_NOOP("Mistake", "\"{0}\" is too much here"),
    QT_TRANSLATE_NOOP("Mistake", "why? type a number of the list or a few words"),
    QT_TRANSLATE_NOOP("Mistake", "which unit goes in its place?"),
};

}  // namespace
