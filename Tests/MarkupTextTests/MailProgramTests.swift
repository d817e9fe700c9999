// SPDX-License-Identifier: Apache-2.0
import Testing

/// Letters in the shapes the usual programs give them.
@Suite struct MailProgramTests {
    static let rows: [TextRow] = [
        TextRow(
            name: "Outlook",
            html: """
                <html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
                <head><meta http-equiv=Content-Type content="text/html; charset=windows-1251">
                <!--[if gte mso 9]><xml><o:shapedefaults v:ext="edit"/></xml><![endif]-->
                <style><!-- p.MsoNormal {margin:0cm;} --></style></head>
                <body lang=UK link="#0563C1"><div class=WordSection1>
                <p class=MsoNormal><span lang=UK>Шановні колеги!<o:p></o:p></span></p>
                <p class=MsoNormal><span lang=UK><o:p>&nbsp;</o:p></span></p>
                <p class=MsoNormal><span lang=UK>Надсилаємо лист
                у додатку.<o:p></o:p></span></p>
                <p class=MsoListParagraph style='text-indent:-18.0pt'><![if !supportLists]>·<span>&nbsp;&nbsp; </span>\
                <![endif]>перше<o:p></o:p></p>
                <div style='border:none;border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal><b>From:</b> rada@city.example<br>
                <b>Sent:</b> Monday<o:p></o:p></p></div></div></body></html>
                """,
            text: "Шановні колеги!\n\nНадсилаємо лист у додатку.\n·   перше\nFrom: rada@city.example\nSent: Monday"),
        TextRow(
            name: "Gmail",
            html: """
                <div dir="ltr"><div>Добрий день!</div><div><br></div><div>Прошу повідомити номер.</div></div><br>\
                <div class="gmail_quote"><div dir="ltr" class="gmail_attr">пн, 16 лист. 2026 р. о 10:14 Рада \
                &lt;<a href="mailto:rada@city.example">rada@city.example</a>&gt; пише:<br></div>\
                <blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex"><div dir="ltr">Ваш лист отримано.</div>\
                </blockquote></div>
                """,
            text: """
                Добрий день!

                Прошу повідомити номер.

                пн, 16 лист. 2026 р. о 10:14 Рада <rada@city.example> пише:

                > Ваш лист отримано.
                """),
        TextRow(
            name: "iPhone",
            html: """
                <html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body dir="auto">\
                Яма на вул. Соборній, 12<br><br><div dir="ltr">Надіслано з iPhone</div><div dir="ltr"><br>\
                <blockquote type="cite">16 лист. 2026 р. о 10:14 Рада пише:<br><br></blockquote></div>\
                <blockquote type="cite"><div dir="ltr">\u{feff}Дякуємо</div></blockquote></body></html>
                """,
            text: """
                Яма на вул. Соборній, 12

                Надіслано з iPhone

                > 16 лист. 2026 р. о 10:14 Рада пише:

                > Дякуємо
                """),
        TextRow(
            name: "Word saved as a page",
            html: """
                <div class=WordSection1><p class=MsoNormal align=center style='text-align:center'><b>ЗАЯВА</b></p>
                <table class=MsoTableGrid border=1 cellspacing=0><tr><td width=40 valign=top><p class=MsoNormal>1</p></td>
                <td width=300><p class=MsoNormal>Ремонт <span class=SpellE>під’їзду</span></p></td></tr></table>
                <p class=MsoNormal>Підпис&nbsp;&nbsp;&nbsp;&nbsp;І. Кравець</p></div>
                """,
            text: "ЗАЯВА\n1\tРемонт під’їзду\nПідпис    І. Кравець"),
        TextRow(
            name: "a newsletter of nested tables",
            html: """
                <table width="100%" role="presentation"><tr><td align="center"><table width="600"><tr><td></td><td>
                <h1>Новини</h1><p>Тариф змінено.</p></td><td></td></tr></table></td></tr>
                <tr><td><a href="https://t.example/c?id=1&amp;u=2">Докладніше</a></td></tr></table>
                """,
            text: "Новини\n\nТариф змінено.\nДокладніше (https://t.example/c?id=1&u=2)"),
    ]

    @Test("letters of mail programs read well", arguments: rows)
    func readsWell(_ row: TextRow) {
        #expect(text(row.html) == row.text)
        #expect(tokenizedText(row.html) == row.text)
    }
}
