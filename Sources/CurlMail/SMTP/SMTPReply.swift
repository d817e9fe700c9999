// SPDX-License-Identifier: Apache-2.0
package import MailTransport

/// One whole reply of an SMTP server (RFC 5321 §4.2), its lines still apart.
package struct SMTPReply: Hashable, Sendable {
    /// 200…599.
    package let code: Int
    /// RFC 3463, such as `5.1.1`, taken from the first line; `nil` when that has none of the code's class.
    package let enhancedStatus: String?
    /// The text of each line without code and enhanced status. Controls and octets that are not UTF-8 are shown as `?` or U+FFFD.
    package let lines: [String]

    package init(code: Int, enhancedStatus: String?, lines: [String]) {
        self.code = code
        self.enhancedStatus = enhancedStatus
        self.lines = lines
    }

    /// 2yz.
    package var isPositive: Bool { code / 100 == 2 }
    /// 3yz: the peer waits for more.
    package var isIntermediate: Bool { code / 100 == 3 }
    /// 4yz.
    package var isTransientFailure: Bool { code / 100 == 4 }
    /// 5yz.
    package var isPermanentFailure: Bool { code / 100 == 5 }
    /// 421: the peer closes the connection, whatever was asked (RFC 5321 §3.8).
    package var isClosing: Bool { code == 421 }

    /// The reply as callers of ``MailSubmitter`` see it.
    package var submissionReply: SubmissionReply {
        SubmissionReply(code: code, enhancedStatus: enhancedStatus, text: lines.filter { !$0.isEmpty }.joined(separator: " "))
    }
}

extension SMTPReply: CustomStringConvertible {
    package var description: String {
        ([String(code)] + (enhancedStatus.map { [$0] } ?? []) + lines.filter { !$0.isEmpty }).joined(separator: " ")
    }
}
