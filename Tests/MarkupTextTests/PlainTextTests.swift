// SPDX-License-Identifier: Apache-2.0
import MarkupText
import Testing

struct TextRow: Sendable, CustomTestStringConvertible {
    let name: String
    let html: String
    let text: String
    var testDescription: String { name }
}

@Suite struct PlainTextTests {
    static let rows: [TextRow] = [
        TextRow(name: "white space collapses", html: "<p>Про  \n\t стан   доріг </p>", text: "Про стан доріг"),
        TextRow(name: "paragraphs stand apart", html: "<p>Один</p>\n<p>Два</p>", text: "Один\n\nДва"),
        TextRow(name: "divisions follow each other", html: "<div>Один</div><div>Два</div>", text: "Один\nДва"),
        TextRow(name: "br breaks", html: "Один<br>Два<br/>Три", text: "Один\nДва\nТри"),
        TextRow(name: "two br make an empty line", html: "Один<br><br><br>Два", text: "Один\n\nДва"),
        TextRow(name: "a dash for each item", html: "Прошу:<ul><li>перше<li>друге</ul>", text: "Прошу:\n\n- перше\n- друге"),
        TextRow(name: "numbered items", html: "<ol start=3><li>перше</li><li>друге</li></ol>", text: "3. перше\n4. друге"),
        TextRow(
            name: "lists within lists", html: "<ul><li>а<ul><li>б</li></ul></li><li>в</li></ul>", text: "- а\n  - б\n- в"),
        TextRow(
            name: "rows of a table",
            html: "<table><tr><th>Вулиця</th><th>Буд.</th></tr><tr><td>Соборна</td><td>12</td></tr></table>",
            text: "Вулиця\tБуд.\nСоборна\t12"),
        TextRow(
            name: "cells of Word hold paragraphs",
            html: "<table border=1><tr><td><p class=MsoNormal>№</p></td><td><p class=MsoNormal>Захід</p></td></tr>"
                + "<tr><td><p class=MsoNormal>1</p></td><td><p class=MsoNormal>Ремонт</p></td></tr></table>",
            text: "№\tЗахід\n1\tРемонт"),
        TextRow(
            name: "an empty corner of a framed table stays",
            html: "<table border=1><tr><td></td><td>Січень</td></tr><tr><td>План</td><td>7</td></tr></table>",
            text: "\tСічень\nПлан\t7"),
        TextRow(
            name: "cells that lay out a page stand below each other",
            html: "<table><tr><td><p>Шановні колеги!</p><p>Запрошуємо.</p></td><td>Контакти</td></tr></table>",
            text: "Шановні колеги!\n\nЗапрошуємо.\nКонтакти"),
        TextRow(
            name: "the address of a link when it differs", html: "Див. <a href=\"https://rada.example/1\">рішення</a>.",
            text: "Див. рішення (https://rada.example/1)."),
        TextRow(
            name: "no address when the text is the address",
            html: "<a href=\"https://www.rada.example/\">rada.example</a> <a href='mailto:a@b.example'>a@b.example</a>",
            text: "rada.example a@b.example"),
        TextRow(name: "no address that runs", html: "<a href=\"javascript:x()\">так</a>", text: "так"),
        TextRow(
            name: "heads, styles and scripts are not read",
            html: "<html><head><title>Т</title><style>p{a:b}</style></head><body>Так<script>if(a<b){}</script></body></html>",
            text: "Так"),
        TextRow(
            name: "quotations are marked", html: "<p>Так.</p><blockquote><p>Чи буде?</p><p>Коли?</p></blockquote>Дякую",
            text: "Так.\n\n> Чи буде?\n>\n> Коли?\n\nДякую"),
        TextRow(
            name: "quotations in quotations", html: "<blockquote>а<blockquote>б</blockquote></blockquote>",
            text: "> а\n>\n> > б"),
        TextRow(name: "entities", html: "&laquo;&#1051;&#x438;ст&raquo; &amp; &lt;b&gt; &#150; &euro;", text: "«Лист» & <b> – €"),
        TextRow(name: "an ampersand alone", html: "Рога & копита, AT&T", text: "Рога & копита, AT&T"),
        TextRow(name: "no-break spaces are spaces", html: "№&nbsp;5 &nbsp; від", text: "№ 5   від"),
        TextRow(name: "soft hyphens and fillers go", html: "при&shy;клад\u{200b} &zwnj;&zwnj;так", text: "приклад так"),
        TextRow(
            name: "the line meant for the list of letters is hidden",
            html: "<div style=\"DISPLAY : none; font-size:1px\">Короткий зміст <b>листа</b></div><div>Лист</div>", text: "Лист"),
        TextRow(name: "preformatted lines", html: "<pre>один\n  два</pre>три", text: "один\n  два\n\nтри"),
        TextRow(name: "words of a picture", html: "<img src=x alt=\"Герб міста\"><img src=y alt=\"\">", text: "[Герб міста]"),
        TextRow(name: "a rule", html: "а<hr>б", text: "а\n---\nб"),
        TextRow(name: "unclosed tags", html: "<div><p>Один<p>Два<b>три", text: "Один\n\nДватри"),
        TextRow(name: "a comment of Outlook", html: "<!--[if mso]><table><![endif]-->Так<!-- > -->", text: "Так"),
        TextRow(name: "a sign less than", html: "5 < 7", text: "5 < 7"),
        TextRow(name: "nothing", html: "", text: ""),
        TextRow(name: "bare text", html: "  Добрий день\n", text: "Добрий день"),
    ]

    @Test("reads as a person would see it", arguments: rows)
    func readsAsSeen(_ row: TextRow) {
        #expect(text(row.html) == row.text)
    }

    @Test("both parsers read alike", arguments: rows)
    func bothParsersAgree(_ row: TextRow) {
        #expect(tokenizedText(row.html) == row.text)
    }
}
