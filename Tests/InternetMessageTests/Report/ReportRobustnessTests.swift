// SPDX-License-Identifier: Apache-2.0
import Foundation
import InternetMessage
import Testing

struct ReportRobustnessTests {
    private static func read(_ octets: [UInt8]) -> DeliveryReport? {
        let message = ParsedMessage(octets.span)
        let header = LetterHeader(message, in: octets.span)
        _ = Automation(message, header: header, in: octets.span, instance: "x")
        return DeliveryReport(message, in: octets.span)
    }

    @Test("Cut short or damaged anywhere, a report is read without harm", .enabled(if: Corpora.isPresent, "no corpora"))
    func damagedReports() throws {
        let names = ["lhost-postfix-02", "lhost-exim-02", "lhost-qmail-25", "arf-02", "rfc3464-35", "lhost-exchange2007-03"]
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        for name in names {
            let file = Corpora.root.appendingPathComponent("bounces/\(name).eml")
            let octets = try Corpora.octets(of: file)
            for end in stride(from: 0, to: octets.count, by: max(1, octets.count / 120)) { _ = Self.read(Array(octets[..<end])) }
            for _ in 0..<120 {
                var damaged = octets
                for _ in 0..<20 {
                    state = state &* 6_364_136_223_846_793_005 &+ 1
                    damaged[Int(state >> 33) % damaged.count] = UInt8(truncatingIfNeeded: state >> 25)
                }
                _ = Self.read(damaged)
            }
        }
    }

    struct Flood: CustomTestStringConvertible {
        let name: String
        let unit: String
        var testDescription: String { name }
    }

    static let floods = [
        Flood(name: "at-signs", unit: "@"), Flood(name: "addresses", unit: "<a@b.ua>: 550 5.1.1 no\n"),
        Flood(name: "codes", unit: "5.1.1"),
        Flood(name: "one line", unit: "undeliverable to a@b "), Flood(name: "fields", unit: "Final-Recipient: rfc822; a@b\n"),
        Flood(name: "open folds", unit: "Diagnostic-Code: x\n y\n"), Flood(name: "brackets", unit: "<"),
        Flood(name: "marks", unit: ">>> -"),
        Flood(name: "letters", unit: "a"), Flood(name: "message identifiers", unit: "Message-ID:\n"),
    ]

    @Test("Millions of octets of anything are read within the limits", arguments: floods)
    func flooding(flood: Flood) {
        let head = "Return-Path: <>\nFrom: MAILER-DAEMON@mx\nSubject: failure notice\n\nTranscript of session follows\n"
        var octets = Array(head.utf8)
        let unit = Array(flood.unit.utf8)
        while octets.count < 4 << 20 { octets += unit }
        let clock = ContinuousClock()
        var report: DeliveryReport?
        let spent = clock.measure { report = Self.read(octets) }
        #expect(report != nil)
        #expect((report?.recipients.count ?? 0) <= DeliveryReport.maximumRecipients)
        #expect(report?.recipients.allSatisfy { $0.diagnostic.count <= 1_000 } == true)
        // Far above what it takes; quadratic work on four million octets would need hours.
        #expect(spent < .seconds(20))
    }
}
