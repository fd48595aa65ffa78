#include "core/facts/refusal.h"
#include "core/session/command.h"
#include "widgets/call_intake.h"
#include "widgets/words.h"

#include <QCoreApplication>
#include <QFile>
#include <QLibraryInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTranslator>
#include <QXmlStreamReader>
#include <catch2/catch.hpp>
#include <iostream>
#include <map>
#include <tuple>

using namespace cresset;
using namespace cresset::widgets;

namespace {

struct Key {
    QString context, source;
    bool operator<(Key const& b) const { return std::tie(context, source) < std::tie(b.context, b.source); }
};
struct Message {
    QString translation, type;
};
using Messages = std::map<Key, Message>;

/// What still needs a translator in it.
QString trouble(QString const& source, Message const& message)
{
    static QRegularExpression const hole{QStringLiteral("%[0-9]|\\{[0-9]\\}")};
    auto const holes = [](QString const& text) {
        QStringList found;
        for (auto all = hole.globalMatch(text); all.hasNext();) found.append(all.next().captured());
        found.sort();
        return found;
    };
    if (!message.type.isEmpty()) return QStringLiteral("marked %1").arg(message.type);
    if (message.translation.trimmed().isEmpty()) return QStringLiteral("not translated");
    if (holes(message.translation) != holes(source)) return QStringLiteral("other placeholders than the English");
    return {};
}

Messages read(QByteArray const& text)
{
    Messages messages;
    QXmlStreamReader xml{text};
    Key key;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == u"name") key.context = xml.readElementText();
        if (xml.name() == u"source") key.source = xml.readElementText();
        if (xml.name() != u"translation") continue;
        QString const type = xml.attributes().value(QStringLiteral("type")).toString();
        messages[key] = {xml.readElementText(), type};
    }
    INFO(xml.errorString().toStdString());
    REQUIRE_FALSE(xml.hasError());
    return messages;
}

Messages read_file(QString const& name)
{
    QFile file{name};
    REQUIRE(file.open(QIODevice::ReadOnly));
    return read(file.readAll());
}

QString ts_file()
{
    return QStringLiteral(SOURCE_DIR "/resources/translations/cresset_zh_CN.ts");
}

/// One of Qt's translation tools, run from the top of the tree; says so and is false where the tool is absent.
bool run_tool(char const* name, QStringList const& arguments)
{
    QString program;
    for (auto const folder : {QLibraryInfo::BinariesPath, QLibraryInfo::LibraryExecutablesPath})
        if (QString const file = QLibraryInfo::path(folder) + QLatin1Char('/') + QLatin1String(name);
            program.isEmpty() && QFile::exists(file))
            program = file;
    if (program.isEmpty()) {
        std::cout << "skipped: no " << name << " here\n";
        return false;
    }
    QProcess tool;
    tool.setWorkingDirectory(QStringLiteral(SOURCE_DIR));
    tool.start(program, arguments);
    REQUIRE(tool.waitForFinished(120'000));
    INFO(tool.readAllStandardError().toStdString());
    REQUIRE(tool.exitCode() == 0);
    return true;
}

/// Sentences that the core's tables hold, counted in its source, so that a new last one is not forgotten here.
int sentences_in(char const* file)
{
    QFile source{QStringLiteral(SOURCE_DIR "/") + QLatin1String(file)};
    REQUIRE(source.open(QIODevice::ReadOnly));
    return static_cast<int>(source.readAll().count("    Sentence{"));
}

void check_translated(Messages const& messages, char const* context, std::string_view english)
{
    QString const source = QString::fromUtf8(english.data(), static_cast<qsizetype>(english.size()));
    auto const found = messages.find({QString::fromLatin1(context), source});
    INFO(context << ": " << english);
    REQUIRE(found != messages.end());
    CHECK(trouble(source, found->second).toStdString() == "");
}

}  // namespace

TEST_CASE("A message that is unfinished or empty or has lost a placeholder is found out")
{
    QString const source = QStringLiteral("%1 sent to {0}");
    CHECK_FALSE(trouble(source, {QStringLiteral("%1 已派往 {0}"), QStringLiteral("unfinished")}).isEmpty());
    CHECK_FALSE(trouble(source, {QStringLiteral(" "), {}}).isEmpty());
    CHECK_FALSE(trouble(source, {QStringLiteral("%1 已派"), {}}).isEmpty());
    CHECK_FALSE(trouble(source, {QStringLiteral("%2 已派往 {0}"), {}}).isEmpty());
    CHECK(trouble(source, {QStringLiteral("派往 {0}：%1"), {}}).isEmpty());
}

TEST_CASE("Every message of the Chinese translation is finished and keeps its placeholders")
{
    Messages const messages = read_file(ts_file());
    CHECK(messages.size() > 200);
    for (auto const& [key, message] : messages) {
        INFO(key.context.toStdString() << ": " << key.source.toStdString());
        CHECK(trouble(key.source, message).toStdString() == "");
    }
}

TEST_CASE("Every refusal of the core has a Chinese sentence")
{
    Messages const messages = read_file(ts_file());
    int const count = static_cast<int>(last_reason) + 1;
    CHECK(sentences_in("core/facts/refusal.cpp") == count);
    for (int i = 0; i < count; ++i) check_translated(messages, "Reason", english(static_cast<Reason>(i)));
}

TEST_CASE("Every mistake of the command line has a Chinese sentence")
{
    Messages const messages = read_file(ts_file());
    int const count = static_cast<int>(last_mistake) + 1;
    CHECK(sentences_in("core/session/command.cpp") == count);
    for (int i = 0; i < count; ++i)
        if (static_cast<Mistake>(i) != Mistake::macro_words)  // a problem in its own words
            check_translated(messages, "Mistake", english(static_cast<Mistake>(i)));
}

TEST_CASE("Every sentence in the source of the windows is in the translation and the other way round")
{
    QTemporaryDir const folder;
    QString const fresh = folder.filePath(QStringLiteral("cresset_zh_CN.ts"));
    QStringList const arguments = QStringLiteral("-I . -locations none widgets app/window -ts").split(QLatin1Char(' '));
    if (!run_tool("lupdate", arguments + QStringList{fresh})) return;
    Messages const wanted = read_file(fresh);
    Messages const have = read_file(ts_file());
    CHECK(wanted.size() > 200);
    for (auto const& [key, message] : wanted) {
        INFO("not in the translation: " << key.context.toStdString() << ": " << key.source.toStdString());
        CHECK(have.contains(key));
    }
    for (auto const& [key, message] : have) {
        INFO("no longer in the source: " << key.context.toStdString() << ": " << key.source.toStdString());
        CHECK(wanted.contains(key));
    }
}

TEST_CASE("Windows and sentences speak Chinese once the translation is installed")
{
    QTemporaryDir const folder;
    QString const compiled = folder.filePath(QStringLiteral("cresset_zh_CN.qm"));
    if (!run_tool("lrelease", {ts_file(), QStringLiteral("-qm"), compiled})) return;
    CHECK(stateText(IncidentState::waiting) == QStringLiteral("waiting"));
    QTranslator words;
    REQUIRE(words.load(compiled));
    REQUIRE(QCoreApplication::installTranslator(&words));
    CHECK(stateText(IncidentState::waiting) == QStringLiteral("待派"));
    CHECK(CallIntake::tr("Where") == QStringLiteral("地点"));
    NotUnderstood const mistake{Mistake::unknown_unit, "P99", {"P09"}};
    CHECK(mistakeText(mistake) == QStringLiteral("没有警力“P99” —— 是否要输入：P09"));
    QCoreApplication::removeTranslator(&words);
}
