#include "widgets/help_page.h"

#include "widgets/advice.h"

#include <QPrinter>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextDocument>
#include <memory>

namespace cresset::widgets {

namespace {

QString heading(QString const& text)
{
    return QStringLiteral("<h3>%1</h3>").arg(text.toHtmlEscaped());
}

/// One below the other: a panel beside the map has no room for two columns of sentences.
QString entry(QString const& what, QString const& about)
{
    return QStringLiteral("<p style='margin-bottom: 6px'>%1<br>%2</p>").arg(what, about);
}

QString verbRow(Verb const& verb, DeskHub const& hub)
{
    QStringList words;
    for (auto const& word : verb.words) words.append(QString::fromStdString(word).toHtmlEscaped());
    return entry(QStringLiteral("<b>%1</b>  %2").arg(words.first(), words.mid(1).join(QStringLiteral(" "))),
                 hub.name(verb.help).toHtmlEscaped());
}

QString keyRow(QString const& line)
{
    return QStringLiteral("<p style='margin-bottom: 2px'><b>%1</b>  %2</p>")
        .arg(line.section(QLatin1Char('\t'), 0, 0).toHtmlEscaped(), line.section(QLatin1Char('\t'), 1).toHtmlEscaped());
}

QString adviceRow(QString const& sentence, QString const& advice)
{
    return entry(QStringLiteral("<b>%1</b>").arg(sentence.toHtmlEscaped()), advice.toHtmlEscaped());
}

/// Holes are filled in when it is said.
QString withoutHoles(QString sentence)
{
    static QRegularExpression const hole{QStringLiteral("\\{[0-9]\\}")};
    return sentence.replace(hole, QStringLiteral("…"));
}

}  // namespace

HelpPage::HelpPage(DeskHub& hub, QWidget* parent) : QTextBrowser{parent}, hub_{hub} {}

void HelpPage::show(QString const& verb, QStringList const& keys)
{
    verb_ = verb;
    QString html;
    if (!refused_.isEmpty() && verb.isEmpty()) {
        html += heading(tr("Just refused"));
        html += adviceRow(refused_, advice_);
    }
    html += heading(tr("Verbs of the command line"));
    for (Verb const& one : hub_.verbs().all())
        if (verb.isEmpty() || QString::fromStdString(one.verb) == verb) html += verbRow(one, hub_);
    if (verb.isEmpty()) {
        html += heading(tr("Keys"));
        for (QString const& line : keys) html += keyRow(line);
        html += heading(tr("What is refused, and what to do"));
        for (Advised const& one : everyAdvice())
            if (!one.advice.isEmpty()) html += adviceRow(withoutHoles(one.sentence), one.advice);
    }
    setHtml(html);
}

void HelpPage::retranslate(QStringList const& keys)
{
    int const read_to = verticalScrollBar()->value();
    setRefused({}, {});  // it was said in the other language
    show(verb_, keys);
    verticalScrollBar()->setValue(read_to);
}

void HelpPage::setRefused(QString const& sentence, QString const& advice)
{
    refused_ = advice.isEmpty() ? QString{} : sentence;
    advice_ = advice;
}

bool HelpPage::printOn(QPrinter& printer)
{
    if (!printer.isValid()) return false;
    std::unique_ptr<QTextDocument> const page{document()->clone()};
    page->setDefaultStyleSheet(QStringLiteral("body { color: black; }"));
    page->setHtml(page->toHtml());
    page->print(&printer);
    return printer.printerState() != QPrinter::Error;
}

}  // namespace cresset::widgets
