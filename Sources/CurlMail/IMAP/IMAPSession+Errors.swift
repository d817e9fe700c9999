// SPDX-License-Identifier: Apache-2.0
import IMAPGrammar
import MailTransport

extension IMAPSession {
    /// The error for a command the server did not carry out. The session stays usable.
    func refusal(
        _ exchange: CommandExchange, _ code: MailError.Code = .refused,
        advice: String = "The server refused; its own words say why. Ask its administrator if they do not help."
    ) -> MailError {
        refusal(exchange.step, exchange.completion ?? StatusResponse(.no, text: ""), code, advice: advice)
    }

    func refusal(
        _ step: String, _ status: StatusResponse, _ code: MailError.Code = .refused,
        advice: String = "The server refused; its own words say why. Ask its administrator if they do not help."
    ) -> MailError {
        if status.code == "OVERQUOTA" {
            return error(
                .storageFull, step, status.words,
                advice: "The mailbox's quota is used up: make room on the mail server or raise the quota.", transient: true)
        }
        if status.isOutage {
            return error(
                .refused, step, status.words, advice: "The server cannot do it at the moment; it is tried again.", transient: true
            )
        }
        return error(code, step, status.words, advice: advice, transient: false)
    }

    func error(_ code: MailError.Code, _ step: String, _ reply: String, advice: String, transient: Bool) -> MailError {
        MailError(
            code, server: connection.server.description, step: step, reply: reply, advice: advice, isTransient: transient)
    }
}
