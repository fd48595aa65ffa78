#include "widgets/help_page.h"

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

}  // namespace

HelpPage::HelpPage(DeskHub& hub, QWidget* parent) : QTextBrowser{parent}, hub_{hub} {}

void HelpPage::show(QString const& verb, QStringList const& keys)
{
    QString html = heading(tr("Verbs of the command line"));
    for (Verb const& one : hub_.verbs().all())
        if (verb.isEmpty() || QString::fromStdString(one.verb) == verb) html += verbRow(one, hub_);
    html += QStringLiteral("</table>");
    if (verb.isEmpty()) {
        html += heading(tr("Keys"));
        for (QString const& line : keys) html += keyRow(line);
        html += QStringLiteral("</table>");
    }
    setHtml(html);
}

}  // namespace cresset::widgets
