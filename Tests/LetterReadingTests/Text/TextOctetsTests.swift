// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import LetterReading

struct TextOctetsTests {
    @Test(
        "Lower case is what the standard library makes of it",
        arguments: [
            "", "ПРО ЇЖАКА, Єву і Ґанок", "Ёлка Ў Ћ Ѐ", "№ 12-А/3 «Надія»", "İstanbul ÀÉ", "ΑΘΗΝΑ", "Ⅳ квартал", "ѢѲ", "Ѡ Ҁ Ґ Ң",
            "ＡＢ",
            "e\u{301}É", "🏠 ДІМ",
        ])
    func lowerCase(text: String) {
        #expect(text.inLowerCase == text.lowercased())
    }

    @Test("Every letter of the Basic Multilingual Plane is made small, and capital, as the standard library does")
    func everyLetter() {
        let letters = (UInt32(0x20)...0xFFFF).compactMap(Unicode.Scalar.init)
        let wrong = letters.map { "я\($0)Я" }.filter { $0.inLowerCase != $0.lowercased() }
        #expect(wrong.isEmpty)
        let capitals = letters.flatMap { ["\($0)", "\($0)я"] }.filter {
            $0.withCapital != $0.prefix(1).uppercased() + $0.dropFirst()
        }
        #expect(capitals.isEmpty)
    }

    @Test("A first letter with a mark is made capital with it", arguments: ["і\u{308}жак", "e\u{301}", "и\u{306}", "я", ""])
    func capital(text: String) {
        #expect(text.withCapital == text.prefix(1).uppercased() + text.dropFirst())
    }

    @Test(
        "Words stand on one line with single spaces between, whatever parted them",
        arguments: [
            ("", ""), ("  до\r\n\tвідома ", "до відома"), ("до\u{A0}відома", "до відома"), ("а\u{2003}б\u{3000}в", "а б в"),
            ("«а»  – б", "«а» – б"),
        ])
    func oneLine(text: String, expected: String) {
        #expect(text.onOneLine == expected)
    }

    @Test("A part is held where the same octets stand anywhere")
    func held() {
        #expect("обласна рада".holds("рада"))
        #expect("ададада".holds("адада"))
        #expect(!"обласна рада".holds("радами"))
        #expect("рада".holds(""))
    }
}

extension TextOctetsTests {
    @Test(
        "Beginnings, ends and parts are told as the standard library tells them, combining marks too",
        arguments: [
            ("районна", "район"), ("раи\u{306}онна", "район"), ("раи\u{306}онна", "раи"), ("рай", "раи"),
            ("благодіи\u{306}", "дій"),
            ("украі\u{308}ни", "україни"), ("України", "їни"), ("краі\u{308}", "ї"), ("краі\u{308}", "і"), ("а", "аа"), ("", "а"),
            ("міська рада", "рада"), ("міська рада", "міська"), ("кут\u{301}", "т"), ("т\u{301}ак", "т"), ("№ 5", "№"),
            ("e\u{301}", "e"), ("ae", "e"),
        ])
    func parts(text: String, part: String) {
        #expect(text.begins(with: part) == text.hasPrefix(part))
        #expect(text.ends(with: part) == text.hasSuffix(part))
        #expect(text.holds(part) == text.contains(part))
    }
}
