// SPDX-License-Identifier: Apache-2.0
import DocumentText
import Testing

/// Letters and tables as office programs save them.
@Suite struct OfficeFileTests {
    struct Row: CustomStringConvertible {
        let file: String
        let mediaType: String
        var needs: ForeignTool?
        var description: String { file }
    }

    static let letters = [
        Row(
            file: "letter.docx",
            mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        Row(file: "letter.odt", mediaType: "application/vnd.oasis.opendocument.text"),
        Row(file: "letter.rtf", mediaType: "application/rtf"),
        Row(file: "letter.doc", mediaType: "application/msword", needs: .catdoc),
        Row(file: "letter.pdf", mediaType: "application/pdf", needs: .pdftotext),
        Row(file: "two-columns.pdf", mediaType: "application/pdf", needs: .pdftotext),
    ]

    @Test("the same letter reads alike from every format", arguments: letters)
    func theSameLetterReadsAlike(_ row: Row) throws {
        if let tool = row.needs, ForeignTools().path(of: tool) == nil { return }
        let document = try #require(try Fixtures.read(row.file).first)
        #expect(document.outcome == .read, "\(document.outcome)")
        #expect(document.mediaType == row.mediaType)
        #expect(document.defects.isEmpty)
        let lines = document.text.split(separator: "\n").map(String.init)
        #expect(
            lines.contains { $0.contains("НАДДНІПРЯНСЬКА ОБЛАСНА ДЕРЖАВНА АДМІНІСТРАЦІЯ") },
            "\(document.text)")
        #expect(lines.contains { $0.hasPrefix("від 12.11.2026 № 01-23/456") })
        #expect(document.text.contains("На № 02-15/1876 від 05.11.2026"))
        let title = try #require(lines.firstIndex { $0.hasPrefix("Про надання інформації щодо") })
        let addressee = try #require(lines.firstIndex { $0.contains("Міським, селищним, сільським") })
        let body = try #require(lines.firstIndex { $0.hasPrefix("З метою узагальнення") })
        #expect(title < body && addressee < body)
        #expect(document.text.contains("20.11.2026"))
        let signature = try #require(lines.first { $0.hasPrefix("Директор департаменту") })
        #expect(signature.contains("Роман ГЛУЩЕНКО"))
        #expect(!document.text.contains("\n\n\n"))
    }

    @Test(
        "title and addressee side by side become blocks under each other",
        arguments: ["letter.docx", "letter.odt", "letter.pdf"])
    func columnsBecomeBlocks(_ file: String) throws {
        let text = try #require(try Fixtures.read(file).first).text
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines.allSatisfy { !($0.contains("Про надання") && $0.contains("Міським")) }, "\(text)")
    }

    @Test(
        "numbers of a list stand before its items",
        arguments: ["letter.docx", "letter.odt", "letter.rtf", "letter.pdf"])
    func listsAreNumbered(_ file: String) throws {
        let text = try #require(try Fixtures.read(file).first).text
        #expect(
            text.contains("1. Перевірити котельні.") || text.contains("1.\tПеревірити котельні."),
            "\(text)")
        #expect(text.contains("Підготувати ґенератори й ємності."))
    }

    @Test("a table is rows with tabs", arguments: ["table.xlsx", "table.ods", "table.xls"])
    func tablesAreRows(_ file: String) throws {
        if file == "table.xls", ForeignTools().path(of: .xls2csv) == nil { return }
        let document = try #require(try Fixtures.read(file).first)
        #expect(document.outcome == .read)
        let lines = document.text.split(separator: "\n").map(String.init)
        #expect(
            lines.contains("№\tАдреса\tПотужність, кВт\tДата перевірки\tГотово"), "\(document.text)")
        #expect(lines.contains { $0.hasPrefix("1\tвул. Шевченка, 5\t120") })
        #expect(lines.contains { $0.hasPrefix("2\tпров. Їжакевича, 7\t\t") })
    }

    @Test func datesOfAWorkbookAreDates() throws {
        let text = try #require(try Fixtures.read("table.xlsx").first).text
        #expect(text.contains("20.11.2026\tTRUE"), "\(text)")
        #expect(text.contains("21.11.2026 14:30\tFALSE"))
    }

    @Test func trackedDeletionsFieldsAndSecondCopiesAreLeftOut() throws {
        let document = """
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
             xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>
            <w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>Строк</w:t></w:r><w:r><w:tab/></w:r>
            <w:del><w:r><w:delText>10</w:delText></w:r></w:del><w:ins><w:r><w:t>20</w:t></w:r></w:ins>
            <w:r><w:noBreakHyphen/><w:t>11</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>
            <w:r><w:rPr><w:vanish/></w:rPr><w:t>таємне</w:t></w:r><w:r><w:rPr><w:caps/></w:rPr><w:t>левченко</w:t></w:r></w:p>
            <w:p><mc:AlternateContent><mc:Choice><w:r><w:txbxContent><w:p><w:r><w:t>Штамп</w:t></w:r></w:p></w:txbxContent></w:r>
            </mc:Choice><mc:Fallback><w:r><w:txbxContent><w:p><w:r><w:t>Штамп</w:t></w:r></w:p></w:txbxContent></w:r></mc:Fallback>
            </mc:AlternateContent><w:r><w:t>Абзац</w:t><w:br/><w:t>далі &amp; далі</w:t></w:r></w:p></w:body></w:document>
            """
        let file = ZipWriter.archive([
            ("[Content_Types].xml", Array("<Types/>".utf8)), ("word/document.xml", Array(document.utf8)),
        ])
        let read = try #require(Fixtures.read(file, name: "зміни.docx").first)
        #expect(read.text == "Строк\t20-11ЛЕВЧЕНКО\nШтамп\nАбзац\nдалі & далі")
    }

    @Test func richTextKeepsItsCharsets() throws {
        let source =
            #"{\rtf1\ansi\ansicpg1251\uc1{\fonttbl{\f0\fcharset204 Times;}{\f1\fcharset238 Arial;}}{\info{\title X}}"#
            + #"\f0\'cf\'f0\'ee \u1108?\u1085?\'b3\f1\'e9\f0\par{\*\unknown secret}{\pict\bin5 }}\}}}\trowd\cellx1\intbl A\cell B\cell\row"#
            + #"\trowd\cellx1\intbl C\cell\row\trowd\intbl D\cell E\cell\row\pard \u-10179?\u-8704?\emdash end}"#
        let read = try #require(Fixtures.read(Array(source.utf8), name: "a.rtf").first)
        #expect(read.text == "Про єніé\nA\tB\nC\nD\tE\n😀—end", "\(read.text)")
        #expect(read.defects.isEmpty)
    }
}
