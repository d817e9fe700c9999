// SPDX-License-Identifier: Apache-2.0
package import DocumentText
import FoundationEssentials
import OfficeCalendar
package import OfficeStore

extension NewDocument {
    /// A document as the register keeps it.
    package init(_ document: ReadDocument, in attachment: ReadAttachment) {
        var outcome = "read"
        var words: [String] = []
        switch document.outcome {
        case .read: break
        case .scan: outcome = "scan"
        case .notRead(let reason):
            outcome = "notRead"
            words = [reason.ukrainian]
        }
        words += document.defects.map(\.ukrainian).sorted()
        self.init(
            attachment: attachment.ordinal, path: document.path, mediaType: document.mediaType, outcome: outcome,
            reason: words.isEmpty ? nil : words.joined(separator: "; "), text: document.text,
            signatures: Self.json(document.signatures.map(\.ukrainianLine)))
    }

    /// What stands in the place of attachments that ended the process so many times.
    init(abandonedAfter attempts: Int) {
        self.init(
            attachment: 0, path: "", mediaType: "", outcome: "notRead",
            reason: "читання вкладень \(attempts) рази обривало роботу програми, їх залишено непрочитаними", text: "")
    }

    private static func json(_ lines: [String]) -> String {
        // Texts only: encoding cannot fail.
        (try? JSONEncoder().encode(lines)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
    }
}

extension Signature {
    /// For the clerk: who signed, when by their own clock, and what is known of it.
    fileprivate var ukrainianLine: String {
        let who = [signer.name, signer.position, signer.organization, signer.organizationCode.map { "ЄДРПОУ \($0)" } ?? ""]
            .filter { !$0.isEmpty }.joined(separator: ", ")
        let time = signingTime.map { second in
            let wall = OfficeTimeZone.utc.wallTime(at: Date(timeIntervalSince1970: Double(second)))
            return ", \(wall.date.ukrainianDigits) \(wall.hourAndMinute) UTC"
        }
        return "КЕП: \(who.isEmpty ? "підписувача не зазначено" : who)\(time ?? "") — \(state.ukrainian)"
    }
}
