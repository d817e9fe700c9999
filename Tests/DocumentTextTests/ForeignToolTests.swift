// SPDX-License-Identifier: Apache-2.0
import DocumentText
import Foundation
import Testing

/// Programs in their cells. A script stands for a tool that misbehaves.
@Suite(.serialized) struct ForeignToolTests {
    private static func withTool<Answer>(_ script: String, _ body: (ForeignTools) throws -> Answer)
        throws -> Answer
    {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tool-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "pdftotext").path
        try "#!/bin/sh\n\(script)\n".write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        var limits = ToolLimits.standard
        limits.duration = .milliseconds(700)
        limits.outputOctets = 1 << 20
        return try body(ForeignTools(limits: limits, places: [.pdftotext: path]))
    }

    private static let page = Array("%PDF-1.4\n".utf8)

    /// Processes named `sleep` whose parent is this one; other suites start tools at the same time.
    private static func sleepers() -> [String] {
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        let own = ProcessInfo.processInfo.processIdentifier
        return processes.filter { process in
            guard let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
                let end = stat.lastIndex(of: ")"),
                stat.contains("(sleep)")
            else { return false }
            let fields = stat[end...].split(separator: " ")
            return fields.count > 2 && fields[2] == "\(own)"
        }
    }

    @Test func aToolThatHangsIsKilledAtItsLimit() throws {
        let reason = try Self.withTool("exec sleep 100") {
            Fixtures.read(Self.page, name: "a.pdf", tools: $0).first?.reason
        }
        #expect(reason == .toolTimeout(tool: "pdftotext", limit: .milliseconds(700)))
        #expect(Self.sleepers().isEmpty)
    }

    @Test func aToolThatComputesForEverIsKilledAtItsLimit() throws {
        let reason = try Self.withTool("while :; do :; done") {
            Fixtures.read(Self.page, name: "a.pdf", tools: $0).first?.reason
        }
        #expect(reason == .toolTimeout(tool: "pdftotext", limit: .milliseconds(700)))
    }

    @Test func aToolThatNeverStopsWritingIsEndedAndItsFrontKept() throws {
        let document = try Self.withTool(
            "while :; do echo 'Про надання інформації щодо підготовки до зими'; done"
        ) {
            Fixtures.read(Self.page, name: "a.pdf", tools: $0).first
        }
        #expect(document?.defects.contains(.textCut) == true)
        #expect(document?.text.hasPrefix("Про надання") == true)
    }

    @Test func cancellationEndsAToolAtOnce() async throws {
        let cancellation = ReadingCancellation()
        let start = ContinuousClock.now
        try Self.withTool("exec sleep 100") { tools in
            var patient = tools
            patient.limits.duration = .seconds(60)
            let thread = Thread { cancellation.cancel() }
            thread.start()
            let documents = DocumentReader(tools: patient)
                .read(FileOctets(Self.page), name: "a.pdf", mediaType: "", cancellation: cancellation)
            #expect(documents.first?.reason == .cancelled)
        }
        #expect(ContinuousClock.now - start < .seconds(10))
    }

    @Test func aMissingToolIsNamedWithItsPackage() throws {
        let reason = Fixtures.read(Self.page, name: "a.pdf", tools: ForeignTools(folders: [])).first?
            .reason
        #expect(reason == .toolMissing(tool: "pdftotext", package: "poppler-utils"))
        #expect(reason?.english == "pdftotext is not installed: apt-get install poppler-utils")
        #expect(ForeignTools(folders: []).inventory().allSatisfy { $0.path == nil })
    }

    @Test func aToolMayNeitherOpenFilesNorConnectNorStartPrograms() throws {
        let confinement = ForeignTools.confinement()
        guard confinement.callsFiltered, confinement.filesFenced else { return }
        let secret = FileManager.default.temporaryDirectory.appending(
            path: "secret-\(UUID().uuidString)")
        try "таємниця міської ради, якої ніхто не має читати".write(
            to: secret, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: secret) }
        let script = """
            echo "Про надання інформації щодо підготовки об’єктів до зими та ще дещо про це саме питання, яке є важливим"
            echo "ENV $HOME$USER"
            read line < \(secret.path) && echo "READ $line"
            (echo x > \(secret.path).new) && echo WRITTEN
            /usr/bin/true && echo STARTED
            """
        let text = try Self.withTool(script) {
            Fixtures.read(Self.page, name: "a.pdf", tools: $0).first?.text ?? ""
        }
        #expect(text.contains("Про надання"), "\(text)")
        for word in ["READ", "WRITTEN", "STARTED", "/root"] { #expect(!text.contains(word), "\(text)") }
        #expect(!FileManager.default.fileExists(atPath: secret.path + ".new"))
    }

    @Test(.enabled(if: ForeignTools().path(of: .pdftotext) != nil)) func aScanIsMarkedSo() throws {
        let document = try #require(try Fixtures.read("scan.pdf").first)
        #expect(document.outcome == .scan)
        #expect(document.pages == 1)
        #expect(try Fixtures.read("scan.png").first?.outcome == .scan)
    }

    @Test(
        .enabled(
            if: ForeignTools().path(of: .tesseract) != nil
                && FileManager.default.fileExists(
                    atPath: "/usr/share/tesseract-ocr/5/tessdata/ukr.traineddata")
        ))
    func aScanIsRecognisedWhereThatIsWanted() throws {
        let tools = ForeignTools(recognisesScans: true)
        for file in ["scan.pdf", "scan.png"] {
            let document = try #require(try Fixtures.read(file, tools: tools).first)
            #expect(document.outcome == .scan)
            #expect(document.defects.contains(.recognisedOptically))
            #expect(document.text.contains("01-23/456"), "\(document.text)")
        }
    }

    /// Forty forms, each drawing the next one twice: 2^40 times the last one.
    private static func endlessPage() -> [UInt8] {
        var text = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        text += "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
        text += "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R "
        text +=
            "/Resources << /XObject << /F 10 0 R >> >> >>\nendobj\n4 0 obj\n<< /Length 5 >>\nstream\n/F Do\nendstream\nendobj\n"
        for form in 10..<50 {
            text += "\(form) 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 100 100] /Length 11 "
            text += "/Resources << /XObject << /F \(form + 1) 0 R >> >> >>\nstream\n/F Do /F Do\nendstream\nendobj\n"
        }
        text += "50 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 1 1] /Length 1 >>\nstream\nn\nendstream\nendobj\n"
        return Array((text + "trailer\n<< /Root 1 0 R /Size 51 >>\n%%EOF\n").utf8)
    }

    @Test(.enabled(if: ForeignTools().path(of: .pdftotext) != nil)) func aPageThatIsDrawnForEverIsEnded() throws {
        var limits = ToolLimits.standard
        limits.duration = .seconds(2)
        let start = ContinuousClock.now
        let document = try #require(Fixtures.read(Self.endlessPage(), name: "a.pdf", tools: ForeignTools(limits: limits)).first)
        #expect(document.reason == .toolTimeout(tool: "pdftotext", limit: .seconds(2)), "\(document.outcome)")
        #expect(ContinuousClock.now - start < .seconds(10))
    }

    @Test func wordsExistInBothLanguages() {
        let reasons: [UnreadReason] = [
            .empty, .encrypted, .protected, .damaged(words: ""), .bomb(ratio: 200),
            .tooLarge(limit: 1 << 20), .forbiddenMarkup,
            .toolTimeout(tool: "pdftotext", limit: .seconds(20)), .outOfTime(limit: .seconds(120)),
            .cancelled,
        ]
        for reason in reasons {
            #expect(!reason.ukrainian.isEmpty && !reason.english.isEmpty)
            #expect(!reason.ukrainian.hasSuffix(".") && !reason.english.hasSuffix("."))
        }
    }
}
