// SPDX-License-Identifier: Apache-2.0
import Foundation
import InternetMessage
import Testing

@Suite(.enabled(if: Corpora.isPresent, "the vectors of ../shared/corpora are not here"))
struct FieldVectorTests {
    /// A vector we read in another way, and why.
    struct KnownDifference {
        /// How the vector begins, blanks and line ends left out.
        let start: String
        let reason: String
    }

    typealias Reading = (body: [UInt8], expected: Any?)

    private func check(
        _ file: String, known: [KnownDifference] = [], _ compare: (Reading) -> (isEqual: Bool, text: String)
    ) throws {
        let url = Corpora.root.appendingPathComponent("mail-parser/resources/\(file).json")
        let list = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [[String: Any]])
        #expect(!list.isEmpty)
        var differing: [String] = []
        for vector in list {
            let header = try #require(vector["header"] as? String)
            let expected = vector["expected"].flatMap { $0 is NSNull ? nil : $0 }
            let result = compare((Self.body(of: header), expected))
            if result.isEqual || Self.known(known, header) { continue }
            differing.append("\(header.debugDescription): \(result.text)")
        }
        #expect(differing.isEmpty, "\(differing.count) of \(list.count):\n\(differing.joined(separator: "\n"))")
    }

    private static func known(_ list: [KnownDifference], _ header: String) -> Bool {
        let compact = header.filter { !$0.isWhitespace }
        return list.contains { compact.hasPrefix($0.start) }
    }

    /// The field body alone: a vector may go on with an empty line or with the next field.
    static func body(of header: String) -> [UInt8] {
        var letter = Array("X:".utf8)
        letter += Array(header.utf8)
        let message = ParsedMessage(letter.span)
        return message.root.header.fields.first.map { Array(letter[$0.body]) } ?? []
    }

    private static let glued =
        "nothing is put between a word and what it touches: RFC 2047 §6.2 takes blanks away, never adds them"
    static let texts: [KnownDifference] = [
        KnownDifference(start: "[SUSPECTEDSPAM]=?", reason: glued),
        KnownDifference(start: "Sometext=?utf-8?Q??=here", reason: glued),
        KnownDifference(start: "=?utf-8?Q?Hello_there!", reason: "a fold inside a word is a blank like any other fold"),
    ]

    private static let comment =
        "a comment is no part of the name (RFC 5322 §3.4); it serves as name only where there is no other"
    static let addresses: [KnownDifference] = [
        KnownDifference(start: "Pete(A", reason: comment),
        KnownDifference(start: "AGroup(", reason: comment),
        KnownDifference(start: "(Emptylist)", reason: comment),
        KnownDifference(start: "MarySmith<@node", reason: "a source route is not part of the address (RFC 5322 §4.4)"),
        KnownDifference(start: "JohnDoe<jdoe@machine(", reason: comment),
        KnownDifference(start: "NathanielBorenstein<nsb@thumper.bellcore.com>(", reason: comment),
        KnownDifference(start: "\"JamesSmythe\"", reason: "blanks at the ends of a name are left out"),
        KnownDifference(start: "NO(posting", reason: "a word without an at-sign is a name, not an address"),
        KnownDifference(start: "Name(comment)", reason: comment),
    ]

    static let mediaTypes: [KnownDifference] = [
        KnownDifference(
            start: "application/pdffilename*0*=iso-8859-1", reason: "RFC 2231 §4.1 names the charset in the first piece only"),
        KnownDifference(
            start: "image/jpeg;name=\"=?iso-8859-1?B?4Q==?==?utf-8",
            reason: "blanks between encoded-words are no text (RFC 2047 §6.2)"),
        KnownDifference(
            start: "malicious/attempt",
            reason: "only a number behind the last asterisk is a section; other names stay as they are"),
        KnownDifference(start: ";charset", reason: "the parameter that stands there is kept"),
        KnownDifference(start: "/;charset", reason: "the parameter that stands there is kept"),
        KnownDifference(start: "/plain", reason: "the subtype that stands there is kept"),
        KnownDifference(start: "/invalid", reason: "the subtype that stands there is kept"),
        KnownDifference(start: "/;name=value", reason: "the parameter that stands there is kept"),
        KnownDifference(start: "text/plain;name=", reason: "an empty value is a value"),
        KnownDifference(start: "test/encoded;key4*", reason: "pieces of one name keep the place of its first piece"),
    ]

    static let dates: [KnownDifference] = [
        KnownDifference(start: "2011(some", reason: "a month as a number may be a day: no guess"),
        KnownDifference(start: "4815162342", reason: "numbers without a month and a time are no date"),
    ]

    @Test func unstructuredFieldsAgree() throws {
        try check("unstructured", known: Self.texts) { body, expected in
            let ours = UnstructuredField.decode(body)
            return (ours == expected as? String ?? "", "\(ours) | \(expected ?? "-")")
        }
    }

    @Test func addressFieldsAgree() throws {
        try check("address", known: Self.addresses) { body, expected in
            let ours = LetterFacts.describe(AddressList(fieldBody: body))
            let theirs = LetterFacts.describe(json: expected as? [String: Any] ?? [:])
            return (ours == theirs, "\(ours) | \(theirs)")
        }
    }

    @Test func contentTypeFieldsAgree() throws {
        try check("content_type", known: Self.mediaTypes) { body, expected in
            let ours = MediaType(fieldBody: body)
            let text = ours.type + "/" + ours.subtype + ours.parameters.map { "; \($0.name)=\($0.value)" }.joined()
            let theirs = Self.describe(contentType: expected as? [String: Any] ?? [:])
            return (text == theirs, "\(text) | \(theirs)")
        }
    }

    static func describe(contentType: [String: Any]) -> String {
        var text = "\(contentType["c_type"] as? String ?? "")/\(contentType["c_subtype"] as? String ?? "")".lowercased()
        for pair in contentType["attributes"] as? [[String]] ?? [] where pair.count == 2 {
            // The language tag of RFC 2231 is of no use to the office and is left out; so are blanks at both ends of a value.
            if pair[0].hasSuffix("-language") { continue }
            text += "; \(pair[0])=\(pair[1].trimmingCharacters(in: .whitespacesAndNewlines))"
        }
        return text
    }

    @Test func datesAgree() throws {
        try check("date", known: Self.dates) { body, expected in
            let ours = DateField(fieldBody: body).map(Self.describe) ?? "-"
            let theirs = (expected as? [String: Any]).map(Self.describe(date:)) ?? "-"
            return (ours == theirs, "\(ours) | \(theirs)")
        }
    }

    static func describe(_ date: DateField) -> String {
        "\(date.year)-\(date.month)-\(date.day) \(date.hour):\(date.minute):\(date.second) \(date.offsetMinutes)"
    }

    static func describe(date: [String: Any]) -> String {
        func number(_ key: String) -> Int { date[key] as? Int ?? 0 }
        let offset = (number("tz_hour") * 60 + number("tz_minute")) * (date["tz_before_gmt"] as? Bool == true ? -1 : 1)
        return
            "\(number("year"))-\(number("month"))-\(number("day")) \(number("hour")):\(number("minute")):\(number("second")) \(offset)"
    }

    @Test func messageIdentifiersAgree() throws {
        try check("id") { body, expected in
            let ours = MessageIdentifiers.read(body)
            let theirs = expected as? [String] ?? (expected as? String).map { [$0] } ?? []
            return (ours == theirs, "\(ours) | \(theirs)")
        }
    }

    @Test func listsOfWordsAgree() throws {
        try check("list") { body, expected in
            let ours = UnstructuredField.decode(body).split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
                .filter { !$0.isEmpty }
            let theirs = expected as? [String] ?? []
            return (ours == theirs, "\(ours) | \(theirs)")
        }
    }

    @Test func receivedFieldsAgree() throws {
        try check("received") { body, expected in
            let ours = ReceivedField(fieldBody: body)
            let theirs = expected as? [String: Any] ?? [:]
            func host(_ key: String) -> String? {
                guard let value = theirs[key] as? [String: Any] else { return nil }
                return value["Name"] as? String ?? value["IpAddr"] as? String
            }
            // Address literals keep their brackets, as RFC 5321 §4.1.3 writes them.
            func bare(_ host: String?) -> String? { host?.trimmingCharacters(in: CharacterSet(charactersIn: "[]<>")) }
            let left = [bare(ours.from), bare(ours.by), ours.id, ours.recipient]
            let right = [host("from"), host("by"), theirs["id"] as? String, theirs["for_"] as? String]
            let header = String(decoding: body, as: UTF8.self)
            return (
                left == right || Self.isExplained(left, right, header), "\(left.map { $0 ?? "-" }) | \(right.map { $0 ?? "-" })"
            )
        }
    }

    /// Whether each difference of a `Received` field has one of the reasons below. Dates are no part of it.
    private static func isExplained(_ ours: [String?], _ theirs: [String?], _ header: String) -> Bool {
        let trimmed = header.trimmingCharacters(in: .whitespaces)
        // They look for "from" inside comments, and take a literal with a port, a slash or a bracket apart.
        let from =
            ours[0] == theirs[0] || trimmed.hasPrefix("(") || trimmed.hasPrefix("by") || theirs[0] == nil
            || ours[0]?.hasPrefix(theirs[0] ?? "-") == true
        // "by alpha by uid 7791": the first clause counts.
        let by = ours[1] == theirs[1] || header.contains("by uid") || theirs[1] == nil
        // They end an id at a slash.
        let id = ours[2] == theirs[2] || ours[2]?.hasPrefix(theirs[2] ?? "-") == true
        // They want an at-sign in "for".
        let recipient = ours[3] == theirs[3] || theirs[3] == nil
        return from && by && id && recipient
    }

    /// A date the expected reading has otherwise: how it is written, how it is to be read, and why.
    struct KnownDate {
        let written: String
        let reading: String
        let reason: String
    }

    private static let asctime = "the order of asctime, which the expected reading takes for that of RFC 5322"
    private static let shortYear =
        "years of two digits below 50 are of this century (RFC 5322 §4.3); the expected reading has 19xx"
    private static let zoneName = "a zone with a name (RFC 5322 §4.3), which the expected reading takes for UTC"
    static let receivedDates: [KnownDate] = [
        KnownDate(written: "Fri Feb 07 10:18:12 2003 -0800", reading: "2003-2-7 10:18:12 -480", reason: asctime),
        KnownDate(written: "Sun Nov 13 14:50:12 2005", reading: "2005-11-13 14:50:12 0", reason: asctime),
        KnownDate(written: "Sun Nov 13 15:38:52 2005", reading: "2005-11-13 15:38:52 0", reason: asctime),
        KnownDate(written: "Fri Sep 14 14:36:56 EDT 2018", reading: "2018-9-14 14:36:56 -240", reason: asctime),
        KnownDate(written: "Wed, 12 Feb 2003 14:22:21 PST", reading: "2003-2-12 14:22:21 -480", reason: zoneName),
        KnownDate(written: "Fri, 02 Jun 2006 08:15:21 PDT", reading: "2006-6-2 8:15:21 -420", reason: zoneName),
        KnownDate(written: "Wed, 26 Mar 03 20:43:24 -0600", reading: "2003-3-26 20:43:24 -360", reason: shortYear),
        KnownDate(written: "Fri, 27 Feb 04 14:16:56 -0800", reading: "2004-2-27 14:16:56 -480", reason: shortYear),
        KnownDate(written: "Thu, 20 Mar 03 10:06:43 +0100", reading: "2003-3-20 10:6:43 60", reason: shortYear),
        KnownDate(
            written: "Thu, 02 Apr 2020 07:53:55.516 +0000", reading: "2020-4-2 7:53:55 0",
            reason: "the expected reading loses the seconds before the fraction"),
    ]

    @Test func datesOfReceivedFieldsAgreeOrAreListedWithTheirReading() throws {
        var met: Set<String> = []
        try check("received") { body, expected in
            let ours = ReceivedField(fieldBody: body).date.map(Self.describe) ?? "-"
            let theirs = ((expected as? [String: Any])?["date"] as? [String: Any]).map(Self.describe(date:)) ?? "-"
            let header = String(decoding: body, as: UTF8.self)
            if ours == theirs { return (true, "") }
            let known = Self.receivedDates.first { header.contains($0.written) }
            if let known { met.insert(known.written) }
            return (known?.reading == ours, "\(ours) | \(theirs)")
        }
        #expect(met.count == Self.receivedDates.count, "a listed date is read alike, or its vector is gone")
    }
}
