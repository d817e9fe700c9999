// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import TestServers

/// Attachments as the built program reads them: the card is there first, and what could not be read says why.
@Suite(.serialized, .enabled(if: TrialRun.obstacle == nil, "the built program and python3 are needed"))
struct AttachmentTests {
    private struct Pass: Decodable {
        struct Attachments: Decodable {
            let read: Int
            let registered: Int
            let duplicates: Int
        }
        let attachments: Attachments
    }

    private struct Whole: Decodable {
        struct Card: Decodable {
            let state: String
            let registrationIndex: String?
            let kind: String?
            let subject: String
            let deadline: String?
        }
        struct Document: Decodable {
            let path: String
            let outcome: String
            let reason: String?
            let text: String
            let signatures: [String]
        }
        struct Facts: Decodable {
            let kind: String
            let outNumber: String?
            let outDate: String?
            let cardDeadline: String?
        }
        let card: Card
        let documents: [Document]
        let facts: Facts?
        let isBeingRead: Bool
    }

    /// An office of the demo's making whose mailbox is a folder.
    private struct Office {
        let folder: ServerFolder
        var configuration: String { "\(folder.path)/d/chancery.yaml" }
        var inbox: String { "\(folder.path)/d/inbox/new" }

        init() throws {
            folder = try ServerFolder()
            let demo = try TrialRun(["demo", "--once", "--directory", "d"], in: folder.path)
            guard demo.status == 0 else { throw ServerFailure("demo: \(demo)") }
        }

        func run(_ arguments: String...) throws -> TrialRun {
            try TrialRun(arguments + ["--config", configuration], atMost: 120)
        }

        func show(_ card: Int) throws -> Whole { try run("card", "show", "\(card)", "--json").json(Whole.self) }

        /// Delivers a letter with one attachment, which Python makes: `script` leaves its octets in `data`.
        func deliver(_ name: String, type: String, _ script: String) throws {
            let whole = """
                import io, sys, zipfile
                from email.message import EmailMessage
                \(script)
                message = EmailMessage()
                message["From"] = "Відділ <office@sender.example>"
                message["To"] = "rada@city.example"
                message["Subject"] = "Лист"
                message["Message-ID"] = "<%s@sender.example>" % sys.argv[2]
                message.set_content("Надсилаємо лист, див. вкладення.")
                kind, subtype = sys.argv[3].split("/")
                message.add_attachment(data, maintype=kind, subtype=subtype, filename=sys.argv[2])
                open(sys.argv[1], "wb").write(message.as_bytes())
                """
            _ = try ServerProcess.run("/usr/bin/python3", ["-c", whole, "\(inbox)/\(name)", name, type])
        }
    }

    private static let wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    @Test("A letter in a DOCX gets its number by what the DOCX says")
    func letterInside() throws {
        let office = try Office()
        let whole = try office.show(22)
        #expect(whole.card.state == "registered" && whole.card.kind == "AUTH_CONTROL" && !whole.isBeingRead)
        #expect(whole.facts?.outNumber == "03-14/2207" && whole.facts?.outDate == "2026-11-17")
        #expect(whole.card.deadline == "2026-11-27" && whole.facts?.cardDeadline == "2026-11-27")
        #expect(whole.card.subject == "Про готовність закладів освіти до зими")
        #expect(whole.documents.map(\.outcome) == ["read"])
    }

    @Test("The same letter as order 1207 XML and as mail has one number, and its sender a receipt in XML")
    func twoWays() throws {
        let office = try Office()
        let states = [try office.show(23), try office.show(24)].map(\.card.state).sorted()
        #expect(states == ["notRegistered", "registered"])
        let folder = "\(office.folder.path)/d/outbox/new"
        let receipts = try FileManager.default.contentsOfDirectory(atPath: folder).filter { name in
            Program.text(of: "\(folder)/\(name)").contains("receipt-registered.xml")
        }
        #expect(receipts.count == 1)
    }

    @Test("Bombs, nests, endless markup and broken files: the card is there, the attachment says why it was not read")
    func hostile() throws {
        let office = try Office()
        try office.deliver(
            "bomb.zip", type: "application/zip",
            """
            out = io.BytesIO()
            with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
                with archive.open("zeros.txt", "w", force_zip64=True) as member:
                    for _ in range(600): member.write(bytes(1 << 20))
            data = out.getvalue()
            """)
        try office.deliver(
            "nest.zip", type: "application/zip",
            """
            data = b"text"
            name = "inner.txt"
            for _ in range(1000):
                out = io.BytesIO()
                with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive: archive.writestr(name, data)
                data, name = out.getvalue(), "inner.zip"
            """)
        try office.deliver(
            "endless.docx", type: Self.wordType,
            """
            out = io.BytesIO()
            with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr("[Content_Types].xml", "<Types/>")
                with archive.open("word/document.xml", "w", force_zip64=True) as member:
                    member.write(b"<w:document xmlns:w='w'><w:body>")
                    for number in range(100): member.write(b"<w:p><w:r><w:t>text</w:t></w:r></w:p>" * 28000)
            data = out.getvalue()
            """)
        try office.deliver("broken.pdf", type: "application/pdf", "data = b'%PDF-1.4\\n1 0 obj\\n' + bytes(range(256)) * 40")
        let pass = try office.run("intake", "--once", "--json")
        #expect(pass.status == 0 && pass.seconds < 60, "\(pass)")
        #expect(pass.peakMemory < 400, "\(pass.peakMemory) MiB")
        #expect(try pass.json(Pass.self).attachments.read == 4)
        for card in 25...28 {
            let whole = try office.show(card)
            #expect(whole.card.state == "registered" || whole.card.state == "preReview")
            #expect(!whole.isBeingRead)
            let unread = whole.documents.filter { $0.outcome == "notRead" }
            #expect(!unread.isEmpty && unread.allSatisfy { $0.reason?.isEmpty == false }, "\(whole.documents.map(\.path))")
        }
    }

    @Test("A KEP container is opened and its signer shown as not verified")
    func signed() throws {
        let office = try Office()
        let fixture = "\(Program.root)/Tests/Fixtures/documents/letter.asice"
        try office.deliver("letter.asice", type: "application/vnd.etsi.asic-e+zip", "data = open(\"\(fixture)\", \"rb\").read()")
        #expect(try office.run("intake", "--once", "--json").status == 0)
        let whole = try office.show(25)
        #expect(whole.documents.count > 1 && whole.documents.contains { !$0.text.isEmpty })
        #expect(whole.documents.flatMap(\.signatures).contains { $0.hasPrefix("КЕП: ") && $0.contains("не перевірено") })
    }
}
