// SPDX-License-Identifier: Apache-2.0
import Foundation
import Synchronization

/// Answers Postfix's question for each recipient (SMTPD_POLICY_README), so that a test changes its mind while Postfix runs.
final class PostfixPolicy: Sendable {
    let port: UInt16
    private let listener: LoopbackListener
    private let answers = Mutex<[String: String]>([:])
    private let atEnd = Mutex<String?>(nil)
    private let isStopped = Mutex(false)

    init() throws {
        listener = try LoopbackListener()
        port = listener.port
        Thread.detachNewThread { self.serve() }
    }

    /// Sets what is said to RCPT for `address`; `nil` takes it back.
    func answer(_ words: String?, to address: String) { answers.withLock { $0[address.lowercased()] = words } }

    /// Sets what is said after the final dot; `nil` takes it back.
    func answerAtEnd(_ words: String?) { atEnd.withLock { $0 = words } }

    func stop() {
        isStopped.withLock { $0 = true }
        shutdown(listener.descriptor, Int32(SHUT_RDWR))
    }

    private func serve() {
        while true {
            let peer = accept(listener.descriptor, nil, nil)
            // Closed here and nowhere else: a number given to another socket meanwhile would have its clients taken by this thread.
            guard peer >= 0, !isStopped.withLock({ $0 }) else { return listener.close() }
            Thread.detachNewThread { self.converse(peer) }
        }
    }

    /// A request is lines `name=value` and an empty one; the answer is one line and an empty one.
    private func converse(_ peer: Int32) {
        defer { close(peer) }
        var pending: [UInt8] = []
        while true {
            let text = String(decoding: pending, as: UTF8.self)
            guard let end = text.range(of: "\n\n") else {
                var buffer = [UInt8](repeating: 0, count: 4_096)
                let count = recv(peer, &buffer, buffer.count, 0)
                guard count > 0 else { return }
                pending += buffer[..<count]
                continue
            }
            let octets = Array("action=\(action(on: String(text[..<end.lowerBound])))\n\n".utf8)
            guard send(peer, octets, octets.count, Int32(MSG_NOSIGNAL)) == octets.count else { return }
            pending.removeFirst(text[..<end.upperBound].utf8.count)
        }
    }

    private func action(on request: String) -> String {
        var values: [Substring: Substring] = [:]
        for line in request.split(separator: "\n") {
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 { values[parts[0]] = parts[1] }
        }
        if values["protocol_state"] == "END-OF-MESSAGE" { return atEnd.withLock { $0 } ?? "DUNNO" }
        if values["protocol_state"] == "DATA" { return Self.proof(values) }
        return answers.withLock { $0[(values["recipient"] ?? "").lowercased()] } ?? "DUNNO"
    }

    /// Has the letter begin with what is known of its sender (RFC 8601): who signed in, or whether the host that brought it is the one
    /// that sends for the domain, which here is named `mx.` and the domain.
    private static func proof(_ values: [Substring: Substring]) -> String {
        let account = values["sasl_username"] ?? ""
        let domain = (values["sender"] ?? "").split(separator: "@").last ?? ""
        let result =
            if !account.isEmpty { "auth=pass smtp.auth=\(account)" } else if domain.isEmpty { "none" } else {
                "dmarc=\(values["helo_name"] ?? "" == "mx.\(domain)" ? "pass" : "fail") header.from=\(domain)"
            }
        return "PREPEND Authentication-Results: mail.city.example; \(result)"
    }
}
