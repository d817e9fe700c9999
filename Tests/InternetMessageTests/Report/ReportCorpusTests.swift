// SPDX-License-Identifier: Apache-2.0
import Foundation
import InternetMessage
import Testing

@Suite(.enabled(if: Corpora.isPresent, "the corpora do not lie beside the package"))
struct ReportCorpusTests {
    private static func letters(_ folder: String) throws -> [(name: String, octets: [UInt8])] {
        try Corpora.files(in: Corpora.root.appendingPathComponent(folder), withExtension: "eml").map {
            ($0.deletingPathExtension().lastPathComponent, try Corpora.octets(of: $0))
        }
    }

    private static func report(_ octets: [UInt8]) -> DeliveryReport? {
        DeliveryReport(ParsedMessage(octets.span), in: octets.span)
    }

    private static func reason(_ octets: [UInt8]) -> Automation.Reason? {
        let message = ParsedMessage(octets.span)
        let header = LetterHeader(message, in: octets.span)
        return Automation(message, header: header, in: octets.span, instance: nil).reason
    }

    /// Letters of the folder that are no report to us: a forward by a person, a list's refusal, a service's notice in JSON,
    /// a bounce in the very form of a postmaster's answer, and answers of machines.
    private static let others: [String: Automation.Reason?] = [
        "lhost-sendmail-14": nil, "lhost-fml-02": nil, "lhost-amazonses-09": nil, "lhost-apachejames-01": nil,
        "arf-26": .autoSubmitted,
        "rfc3834-02": .autoResponder, "rfc3834-03": .autoResponder, "rfc3834-04": .autoResponder,
    ]

    @Test("Nearly every letter of the bounces is told from letters, and each exception has a name")
    func bouncesAreTold() throws {
        let letters = try Self.letters("bounces")
        var missed: [String] = []
        for letter in letters {
            if let expected = Self.others[letter.name] {
                #expect(Self.report(letter.octets) == nil, "\(letter.name)")
                #expect(Self.reason(letter.octets) == expected, "\(letter.name)")
                if expected == nil { missed.append(letter.name) }
            } else if let report = Self.report(letter.octets) {
                #expect((report.kind == .feedback) == letter.name.hasPrefix("arf"), "\(letter.name): \(report.kind)")
            } else {
                missed.append(letter.name)
            }
        }
        #expect(letters.count > 300)
        #expect(missed.count * 100 <= letters.count * 2, "\(missed)")
        #expect(missed.sorted() == ["lhost-amazonses-09", "lhost-apachejames-01", "lhost-fml-02", "lhost-sendmail-14"])
    }

    @Test("Recipients, statuses and actions are those the machine-readable parts state")
    func standardPartsAgree() throws {
        var compared = 0
        for letter in try Self.letters("bounces") {
            let stated = StatedFields(letter.octets)
            guard !stated.final.isEmpty, Self.others[letter.name] == nil else { continue }
            let recipients = Self.report(letter.octets)?.recipients ?? []
            let addresses = recipients.map { $0.address.lowercased() }
            var unique: [String] = []
            for address in stated.final where !unique.contains(address) { unique.append(address) }
            #expect(addresses == unique, "\(letter.name)")
            for address in stated.original {
                #expect(recipients.contains { $0.originalAddress?.lowercased() == address }, "\(letter.name): \(address)")
            }
            if stated.statuses.count == unique.count { #expect(recipients.map(\.status) == stated.statuses, "\(letter.name)") }
            if stated.actions.count == unique.count {
                for (recipient, action) in zip(recipients, stated.actions) where DeliveryReport.Action(rawValue: action) != nil {
                    #expect(recipient.action.rawValue == action, "\(letter.name)")
                }
            }
            compared += 1
        }
        #expect(compared > 150)
    }

    @Test("Bounces in words name the recipients and codes a reader finds in them")
    func wordedBouncesAgree() throws {
        let letters = Dictionary(uniqueKeysWithValues: try Self.letters("bounces").map { ($0.name, $0.octets) })
        for row in WordedBounce.all {
            let octets = try #require(letters[row.name], "\(row.name)")
            let found = Self.report(octets)?.recipients.map {
                WordedBounce.Recipient(address: $0.address, status: $0.status, isDelayed: $0.action == .delayed)
            }
            #expect(found == row.recipients, "\(row.name)")
        }
    }

    @Test("The Message-ID of the returned letter is found wherever a second one stands in the report")
    func returnedIdentifiersAreFound() throws {
        var found = 0
        for letter in try Self.letters("bounces") {
            guard let report = Self.report(letter.octets) else { continue }
            let text = String(decoding: letter.octets.withLineFeeds, as: UTF8.self)
            let own = LetterHeader(ParsedMessage(letter.octets.span), in: letter.octets.span).messageID
            let count = text.split(separator: "\n").filter {
                $0.drop { $0 == " " }.lowercased().hasPrefix("message-id:") && $0.contains("@") && $0.contains("<")
            }.count
            if let identifier = report.originalMessageID {
                #expect(!identifier.contains("<") && !identifier.contains(" "), "\(letter.name)")
                // Quoted-printable may break the line; then it is compared up to the break.
                let start = identifier.prefix { $0 != "@" }
                #expect(text.contains(start) || text.lowercased().contains("base64"), "\(letter.name): \(identifier)")
                found += 1
            } else {
                #expect(count <= (own == nil ? 0 : 1), "\(letter.name)")
            }
        }
        #expect(found > 200)
    }

    @Test("Each part of the feedback reports that names somebody is read")
    func feedback() throws {
        let letters = Dictionary(uniqueKeysWithValues: try Self.letters("bounces").map { ($0.name, $0.octets) })
        let rows: [(name: String, type: String)] = [
            ("arf-02", "abuse"), ("arf-12", "opt-out"), ("arf-16", "abuse"), ("arf-19", "auth-failure"), ("arf-22", "abuse"),
        ]
        for row in rows {
            let report = Self.report(try #require(letters[row.name]))
            #expect(report?.feedbackType == row.type, "\(row.name)")
        }
        let complaint = Self.report(try #require(letters["arf-22"]))
        #expect(complaint?.recipients.map(\.address) == ["kijitora@example.com"])
        let yahoo = Self.report(try #require(letters["arf-02"]))
        #expect(yahoo?.recipients.map(\.address) == ["this-local-part-does-not-exist-on-yahoo@yahoo.com"])
        #expect(yahoo?.originalMessageID == "000000000000000000000000.smtp@example.com")
    }

    @Test("No genuine letter of the other corpora is taken for a report", arguments: ["mail-parser", "ruby-mail", "replies"])
    func lettersStayLetters(folder: String) throws {
        let reports: Set<String> = [
            "multi_address_bounce1", "multi_address_bounce2", "multipart_report_multiple_status", "report_422", "report_530",
            "raw_email_with_mimepart_without_content_type",
        ]
        for file in Corpora.files(in: Corpora.root.appendingPathComponent(folder)) {
            let octets = try Corpora.octets(of: file)
            let name = file.deletingPathExtension().lastPathComponent
            let isExpected = reports.contains(name) && file.pathExtension == "eml"
            #expect((Self.report(octets) != nil) == isExpected, "\(folder)/\(name)")
        }
    }

    @Test("A bounce that a person forwards, quotes or pastes stays that person's letter")
    func forwardedBouncesStayLetters() throws {
        for letter in try Self.letters("bounces") {
            for (form, octets) in ForwardedLetter.forms(of: letter.octets) {
                #expect(Self.report(octets) == nil, "\(letter.name) \(form)")
                #expect(Self.reason(octets) == nil, "\(letter.name) \(form)")
            }
        }
    }

    /// Letters made elsewhere, one file each, none of which is a report.
    @Test(
        "No letter of a given folder is taken for a report or for automatic mail",
        .enabled(if: ProcessInfo.processInfo.environment["CHANCERY_LETTERS"] != nil, "CHANCERY_LETTERS names no folder"))
    func givenLettersStayLetters() throws {
        let path = try #require(ProcessInfo.processInfo.environment["CHANCERY_LETTERS"])
        var count = 0
        for file in Corpora.files(in: URL(fileURLWithPath: path)) {
            let octets = try Corpora.octets(of: file)
            #expect(Self.report(octets) == nil, "\(file.lastPathComponent)")
            #expect(Self.reason(octets) == nil, "\(file.lastPathComponent)")
            count += 1
        }
        #expect(count > 0)
    }
}
