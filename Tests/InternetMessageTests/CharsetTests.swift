// SPDX-License-Identifier: Apache-2.0
import InternetMessage
import Testing

struct CharsetTests {
    static let sentence =
        "Шановний міський голово! Просимо надати інформацію про стан виконання доручення щодо благоустрою її території."

    /// `text` in a charset of one octet a character; what it lacks becomes a question mark.
    static func encode(_ text: String, _ charset: SingleByteCharset) -> [UInt8] {
        let upper = charset.upperScalars
        return text.unicodeScalars.map { scalar in
            if scalar.value < 128 { return UInt8(scalar.value) }
            return upper.firstIndex(of: scalar).map { UInt8($0 + 128) } ?? 0x3F
        }
    }

    static func read(_ body: [UInt8], label: String?) -> DecodedText {
        let octets = Array("Content-Type: text/plain\(label.map { "; charset=\($0)" } ?? "")\n\n".utf8) + body
        let message = ParsedMessage(octets.span)
        return message.decodedText(of: message.root, in: octets.span)
    }

    @Test(arguments: [SingleByteCharset.windows1251, .koi8U, .iso8859x5, .macCyrillic, .cp1125])
    func aUkrainianSentenceIsReadByItsLabel(charset: SingleByteCharset) {
        let read = Self.read(Self.encode(Self.sentence, charset), label: charset.rawValue)
        #expect(read.text == Self.sentence)
        #expect(read.defects.isEmpty)
    }

    @Test(arguments: [SingleByteCharset.windows1251, .koi8U, .iso8859x5, .macCyrillic])
    func aUkrainianSentenceWithoutLabelIsRecognised(charset: SingleByteCharset) {
        #expect(Self.read(Self.encode(Self.sentence, charset), label: nil).text == Self.sentence)
    }

    @Test(arguments: ["us-ascii", "iso-8859-1", "utf-8", "koi8-r", "x-unknown"])
    func aWrongLabelIsCorrectedAndNoted(label: String) {
        let read = Self.read(Self.encode(Self.sentence, .windows1251), label: label)
        #expect(read.text == Self.sentence)
        #expect(read.charset == "windows-1251")
        #expect(read.defects.count == 1)
    }

    @Test func utf8UnderAnotherLabelIsCorrected() {
        #expect(Self.read(Array(Self.sentence.utf8), label: "windows-1251").text == Self.sentence)
    }

    @Test func westernTextKeepsItsLabel() {
        let text = "Die Hasen und die Frösche saßen am Ufer, sehr ängstlich über ihr Los."
        #expect(Self.read(Self.encode(text, .windows1252), label: "iso-8859-1").text == text)
        #expect(Self.read(Self.encode(text, .windows1252), label: nil).text == text)
    }

    @Test func everyOctetUnderEveryLabelGivesText() {
        let all = (0...255).map { UInt8($0) }
        for charset in SingleByteCharset.allCases { #expect(!Self.read(all, label: charset.rawValue).text.isEmpty) }
        for charset in EastAsianCharset.allCases { #expect(!Self.read(all, label: charset.rawValue).text.isEmpty) }
        for label in ["utf-7", "utf-16", "utf-16le", "utf-8", "no-such"] { #expect(!Self.read(all, label: label).text.isEmpty) }
    }

    @Test func encodedWordsSplitInsideACharacterAreJoined() {
        let octets = Array("Про".utf8)
        func word(_ part: ArraySlice<UInt8>) -> String {
            let digits = Array("0123456789ABCDEF")
            return "=?utf-8?Q?" + part.map { "=\(digits[Int($0 >> 4)])\(digits[Int($0 & 15)])" }.joined() + "?="
        }
        let subject = "\(word(octets[..<3]))\r\n \(word(octets[3...])) next"
        #expect(UnstructuredField.decode(Array(subject.utf8)) == "Про next")
    }

    @Test func rawOctetsInAFieldAreRecognised() {
        #expect(UnstructuredField.decode(Self.encode("Про ремонт дороги", .windows1251)) == "Про ремонт дороги")
        #expect(UnstructuredField.decode(Array("Про ремонт дороги".utf8)) == "Про ремонт дороги")
    }
}
