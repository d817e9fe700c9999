// SPDX-License-Identifier: Apache-2.0
import MarkupText
import Testing

@Suite struct SafeHTMLTests {
    static let vectors: [String] = [
        "<script>alert(1)</script>", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>", "<script\u{0}>alert(1)</script>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>", "<script>alert(1)", "<script/x>alert(1)</script>",
        "<script\n>alert(1)</script\n>", "<<script>alert(1)//<</script>", "</script><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>", "<img src=\"javascript:alert(1)\">", "<img src=cid:a onload=alert(1)>",
        "<img src='cid:a\" onerror=\"alert(1)'>", "<img/src=\"x\"/onerror=alert(1)>", "<img src=`x`onerror=alert(1)>",
        "<img \"\"\"><script>alert(1)</script>\">", "<img src=https://evil.example/p.gif>", "<img src=//evil.example/p.gif>",
        "<img src=data:image/svg+xml;base64,PHN2Zy8+>", "<img srcset='https://evil.example/p.gif 1x'>",
        "<image src=x onerror=alert(1)>", "<input type=image src=https://evil.example/p onerror=alert(1)>",
        "<a href=\"javascript:alert(1)\">x</a>", "<a href=\"JaVaScRiPt:alert(1)\">x</a>",
        "<a href=\"java\tscript:alert(1)\">x</a>", "<a href=\"java&#10;script:alert(1)\">x</a>",
        "<a href=\"&#106;avascript:alert(1)\">x</a>", "<a href=\"&#x6A&#x61vascript:alert(1)\">x</a>",
        "<a href=\" \u{1}javascript:alert(1)\">x</a>", "<a href=\"javascript&colon;alert(1)\">x</a>",
        "<a href=\"vbscript:x\">x</a>", "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
        "<a href=\"file:///etc/passwd\">x</a>", "<a href=\"https://a.example/\" onclick=\"alert(1)\">x</a>",
        "<a href='https://a.example/\" onmouseover=\"alert(1)'>x</a>", "<a href=//evil.example>x</a>",
        "<a xlink:href=javascript:alert(1)>x</a>", "<area href=javascript:alert(1)>",
        "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<svg><a xlink:href=javascript:alert(1)>x</a></svg>",
        "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<math href=javascript:alert(1)>x</math>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<iframe src=javascript:alert(1)></iframe>", "<iframe srcdoc='<script>alert(1)</script>'>",
        "<object data=javascript:alert(1)></object>", "<embed src=javascript:alert(1)>", "<applet code=x></applet>",
        "<form action=javascript:alert(1)><button formaction=javascript:alert(1)>x</button></form>",
        "<style>@import 'https://evil.example/x.css'</style>", "<p style=\"background:url(javascript:alert(1))\">x</p>",
        "<p style=\"position:fixed;top:0\">x</p>", "<link rel=stylesheet href=https://evil.example/x.css>",
        "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">", "<base href=https://evil.example/>",
        "<body onload=alert(1) background=javascript:alert(1)>x", "<table background=javascript:alert(1)><td>x</table>",
        "<div id=csrf name=forms class=admin>x</div>", "<!--><script>alert(1)</script>-->",
        "<!--[if IE]><script>x()</script><![endif]-->",
        "<![CDATA[<script>alert(1)</script>]]>", "<?xml-stylesheet href=\"javascript:alert(1)\"?>",
        "<title><img src=x onerror=alert(1)></title>",
        "<textarea></textarea><img src=x onerror=alert(1)></textarea>", "<xmp><img src=x onerror=alert(1)></xmp>",
        "<plaintext><img src=x onerror=alert(1)>", "<template><script>alert(1)</script></template>",
        "<video><source onerror=alert(1)></video>", "<details open ontoggle=alert(1)>x</details>",
        "<marquee onstart=alert(1)>x</marquee>",
        "<p title=\"&quot;><script>alert(1)</script>\">x</p>", "&lt;script&gt;alert(1)&lt;/script&gt;",
        "<b onmouseover=alert(1)//>x", "<td colspan='1 onclick=x'>x", "<a href=\"https://a.example\u{0}\" onclick=x>y</a>",
        "<a<b<c onclick=x>",
    ]

    /// Tags as a strict reader finds them: the writer escapes every other `<`.
    private static func tags(of html: String) -> [Substring] {
        html.split(separator: "<", omittingEmptySubsequences: false).dropFirst().map { $0.prefix { $0 != ">" } }
    }

    private static let elements: Set<String> = [
        "a", "abbr", "b", "blockquote", "br", "caption", "code", "dd", "del", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4",
        "h5",
        "h6", "hr", "i", "img", "ins", "li", "ol", "p", "pre", "q", "s", "small", "span", "strong", "sub", "sup", "table",
        "tbody",
        "td", "tfoot", "th", "thead", "tr", "u", "ul",
    ]
    private static func withoutAttributes(_ tag: Substring) -> (rest: String, addresses: [Substring]) {
        let attribute =
            #/ (href|src|alt|title|width|height|colspan|rowspan|align|valign|dir|lang|start|type|border|rel)="([^"<>`]*)"/#
        let addresses = tag.matches(of: attribute).filter { $0.1 == "href" || $0.1 == "src" }.map(\.2)
        return (String(tag).replacing(attribute, with: ""), addresses)
    }

    @Test("nothing that acts comes through", arguments: vectors)
    func nothingActs(_ vector: String) {
        for html in [vector, "<div>" + vector + "</div>", "<table><tr><td title='" + vector + "'>" + vector] {
            let shown = safe(html)
            for tag in Self.tags(of: shown) {
                let name = tag.drop { $0 == "/" }.prefix { $0 != " " }
                #expect(Self.elements.contains(String(name)), "\(shown)")
                let (rest, addresses) = Self.withoutAttributes(tag.drop { $0 == "/" })
                #expect(rest == name, "\(shown)")
                for address in addresses {
                    let isAllowed = ["http://", "https://", "mailto:", "tel:", "cid:"].contains {
                        address.lowercased().hasPrefix($0)
                    }
                    #expect(isAllowed, "\(shown)")
                }
            }
            #expect(safe(shown) == shown)
        }
    }

    @Test("what is shown reads back as itself", arguments: PlainTextTests.rows + MailProgramTests.rows)
    func readsBackAsItself(_ row: TextRow) {
        let shown = safe(row.html)
        #expect(safe(shown) == shown)
    }

    @Test func linksShowWhereTheyLead() {
        #expect(
            safe("<a href='HTTPS://a.example/?x=1&amp;y=2' title='банк'>банк</a>")
                == "<a href=\"HTTPS://a.example/?x=1&amp;y=2\" title=\"HTTPS://a.example/?x=1&amp;y=2\""
                + " rel=\"noopener noreferrer nofollow\">банк</a>")
    }

    @Test func picturesComeFromTheLetterOnly() {
        #expect(
            safe("<img src='cid:a@b.example' alt=Герб width=16>") == "<img src=\"cid:a@b.example\" alt=\"Герб\" width=\"16\">")
        #expect(safe("<img src='https://a.example/p.gif' alt=Герб>") == "[Герб]")
    }

    @Test func brokenNestingIsMended() {
        #expect(safe("<b><i>а</b>б</i><p>в<div>г") == "<b><i>а</i></b>б<p>в</p><div>г</div>")
    }
}
