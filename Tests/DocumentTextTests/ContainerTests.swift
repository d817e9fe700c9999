// SPDX-License-Identifier: Apache-2.0
import DocumentText
import Testing

/// Archives, letters inside letters, Outlook's own files.
@Suite struct ContainerTests {
    struct Row: CustomStringConvertible {
        let file: String
        let paths: [String]
        let text: String
        var description: String { file }
    }

    static let archives = [
        Row(
            file: "letter.7z", paths: ["letter.7z", "letter.7z/Лист № 5.txt"],
            text: "Про надання інформації"),
        Row(
            file: "letter.tar.gz", paths: ["letter.tar.gz", "letter.tar.gz/Лист № 5.txt"],
            text: "Про надання інформації"),
        Row(
            file: "letter.rar", paths: ["letter.rar", "letter.rar/Лист.txt"], text: "Про ремонт під’їзду"),
        Row(
            file: "dos-names.zip",
            paths: [
                "dos-names.zip", "dos-names.zip/Папка/Скарга Єдиного центру.txt",
                "dos-names.zip/Акт обстеження.txt",
            ],
            text: "Акт № 5"),
    ]

    @Test("the files of an archive are read under their names", arguments: archives)
    func filesOfAnArchiveAreRead(_ row: Row) throws {
        let documents = try Fixtures.read(row.file)
        #expect(documents.map(\.path) == row.paths)
        #expect(documents.allSatisfy { $0.outcome == .read })
        #expect(documents.last?.text == row.text)
    }

    @Test func aPasswordIsToldFromDamage() throws {
        let documents = try Fixtures.read("secret.zip")
        #expect(documents.last?.reason == .encrypted)
        let damaged = Array(try Fixtures.octets("letter.7z").prefix(100))
        guard case .damaged? = Fixtures.read(damaged, name: "letter.7z").first?.reason else {
            Issue.record("a cut archive is damaged")
            return
        }
    }

    @Test func aLetterInALetterIsReadWithItsFiles() throws {
        let letter = """
            From: a@city.example\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n\
            --b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nПересилаю\r\n\
            --b\r\nContent-Type: text/plain; name=\"акт.txt\"\r\nContent-Disposition: attachment\r\n\
            Content-Transfer-Encoding: base64\r\n\r\n0JDQutGCIOKEliA1\r\n--b--\r\n
            """
        let documents = Fixtures.read(Array(letter.utf8), name: "лист.eml")
        #expect(documents.map(\.path) == ["лист.eml", "лист.eml/акт.txt"])
        #expect(documents.map(\.text) == ["Пересилаю", "Акт № 5"])
    }

    @Test func winmailDatGivesTextAndFiles() throws {
        func attribute(_ level: UInt8, _ identifier: Int, _ value: [UInt8]) -> [UInt8] {
            let sum = value.reduce(0) { ($0 + Int($1)) & 0xffff }
            return [level] + ZipWriter.little(identifier, 4) + ZipWriter.little(value.count, 4) + value
                + ZipWriter.little(sum, 2)
        }
        func unicode(_ text: String) -> [UInt8] {
            text.utf16.flatMap { ZipWriter.little(Int($0), 2) } + [0, 0]
        }
        func property(_ type: Int, _ identifier: Int, _ value: [UInt8]) -> [UInt8] {
            ZipWriter.little(type, 2) + ZipWriter.little(identifier, 2) + ZipWriter.little(1, 4)
                + ZipWriter.little(value.count, 4)
                + value + [UInt8](repeating: 0, count: (4 - value.count % 4) % 4)
        }
        // [MS-OXRTFCP] §4.1.1
        let compressed: [UInt8] = [
            0x2d, 0, 0, 0, 0x2b, 0, 0, 0, 0x4c, 0x5a, 0x46, 0x75, 0xf1, 0xc5, 0xc7, 0xa7, 3, 0, 0x0a, 0,
            0x72, 0x63, 0x70, 0x67,
            0x31, 0x32, 0x35, 0x42, 0x32, 0x0a, 0xf3, 0x20, 0x68, 0x65, 0x6c, 0x09, 0, 0x20, 0x62, 0x77,
            0x05, 0xb0, 0x6c, 0x64,
            0x7d, 0x0a, 0x80, 0x0f, 0xa0,
        ]
        let file =
            ZipWriter.little(0x223E_9F78, 4) + [1, 0]
            + attribute(1, 0x6_9003, ZipWriter.little(1, 4) + property(0x102, 0x1009, compressed))
            + attribute(2, 0x6_9002, [UInt8](repeating: 0, count: 14))
            + attribute(2, 0x1_8010, Array("LIST~1.TXT".utf8) + [0])
            + attribute(2, 0x6_800F, Array("Акт № 5".utf8))
            + attribute(
                2, 0x6_9005, ZipWriter.little(1, 4) + property(0x1f, 0x3707, unicode("Акт обстеження.txt")))
        let documents = Fixtures.read(file, name: "winmail.dat")
        #expect(documents.map(\.path) == ["winmail.dat", "winmail.dat/Акт обстеження.txt"])
        #expect(documents.map(\.text) == ["hello world", "Акт № 5"])
        #expect(documents.first?.defects.isEmpty == true)
        for count in 0..<file.count {
            #expect(!Fixtures.read(Array(file[..<count]), name: "winmail.dat").isEmpty)
        }
    }

    @Test func markupInsideIsHandedOn() throws {
        let file = ZipWriter.archive([
            ("msg.xml", Array("<?xml version=\"1.0\"?><Header standart=\"1207\"/>".utf8))
        ])
        let document = try #require(Fixtures.read(file, name: "a.zip").last)
        #expect(document.mediaType == "application/xml")
        #expect(document.text.isEmpty)
        #expect(document.markup?.count == 46)
    }

    @Test func textInWindowsCharsetIsText() throws {
        let octets: [UInt8] = [
            0xCF, 0xF0, 0xEE, 0x20, 0xF0, 0xE5, 0xEC, 0xEE, 0xED, 0xF2, 0x20, 0xE4, 0xEE, 0xF0, 0xEE,
            0xE3, 0xE8,
        ]
        #expect(Fixtures.read(octets, name: "лист.txt").first?.text == "Про ремонт дороги")
    }
}
