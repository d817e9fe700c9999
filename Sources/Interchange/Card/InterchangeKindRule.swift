// SPDX-License-Identifier: Apache-2.0
import Office

/// Which of the office's kinds of documents fits a message.
enum InterchangeKindRule {
    private static let control = DocumentKind(rawValue: "AUTH_CONTROL")
    private static let information = DocumentKind(rawValue: "AUTH_INFO")
    private static let reply = DocumentKind(rawValue: "REPLY")

    /// - Parameter tasks: those for us.
    static func kind(of message: InterchangeMessage, tasks: [InterchangeCard.Task]) -> DocumentKind? {
        guard let document = message.document else { return nil }
        if case .person? = document.authors.first?.participant { return nil }
        // A task is to be done whatever the message calls itself: the Cabinet sends assignments as answers, too.
        if tasks.contains(where: { $0.role != .informed }) { return control }
        if case .response? = document.approval { return reply }
        switch message.header.type {
        case .answer, .answerSupplement: return reply
        case .receipt, .document, .documentSupplement, nil: break
        }
        switch document.purpose {
        case .report: return reply
        case .execution, .executionUponApproval, .approval, .approvalByAssignment, .summary:
            // Named in no task, or for information alone: what others are to do is no assignment of ours.
            return message.tasks.isEmpty ? control : information
        case .information, nil: return information
        }
    }
}
