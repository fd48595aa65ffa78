#include "widgets/help_page.h"

#include "widgets/advice.h"

#include <QPrinter>
#include <QRegularExpression>
#include <QTextDocument>
#include <memory>

namespace cresset::widgets {

namespace {

QString heading(QString const& text)
{
    return QStringLiteral("<h3>%1</h3><table cellspacing='6'>").arg(text.toHtmlEscaped());
}

QString verbRow(Verb const& verb, DeskHub const& hub)
{
    QStringList words;
    for (auto const& word : verb.words) words.append(QString::fromStdString(word).toHtmlEscaped());
    return QStringLiteral("<tr><td><b>%1</b><br>%2</td><td>%3</td></tr>")
        .arg(words.first(), words.mid(1).join(QStringLiteral(" ")), hub.name(verb.help).toHtmlEscaped());
}

QString keyRow(QString const& line)
{
    return QStringLiteral("<tr><td><b>%1</b></td><td>%2</td></tr>")
        .arg(line.section(QLatin1Char('\t'), 0, 0).toHtmlEscaped(), line.section(QLatin1Char('\t'), 1).toHtmlEscaped());
}

QString adviceRow(QString const& sentence, QString const& advice)
{
    return QStringLiteral("<tr><td>%1</td><td>%2</td></tr>").arg(sentence.toHtmlEscaped(), advice.toHtmlEscaped());
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
    QString html;
    if (!refused_.isEmpty() && verb.isEmpty()) {
        html += heading(tr("Just refused"));
        html += adviceRow(refused_, advice_) + QStringLiteral("</table>");
    }
    html += heading(tr("Verbs of the command line"));
    for (Verb const& one : hub_.verbs().all())
        if (verb.isEmpty() || QString::fromStdString(one.verb) == verb) html += verbRow(one, hub_);
    html += QStringLiteral("</table>");
    if (verb.isEmpty()) {
        html += heading(tr("Keys"));
        for (QString const& line : keys) html += keyRow(line);
        html += QStringLiteral("</table>");
        html += heading(tr("What is refused, and what to do"));
        for (Advised const& one : everyAdvice())
            if (!one.advice.isEmpty()) html += adviceRow(withoutHoles(one.sentence), one.advice);
        html += QStringLiteral("</table>");
    }
    setHtml(html);
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
