// SPDX-License-Identifier: Apache-2.0
import IMAPGrammar
import MailTransport

/// Waits for new messages on a session: by IDLE (RFC 2177), else by NOOP now and then.
struct NewsWatch {
    let session: IMAPSession

    /// - Throws: `cancelled` when the doorbell was rung for that; the session is whole afterwards.
    func wait(until end: ContinuousClock.Instant) throws -> MailboxNews {
        while !session.view.hasNews {
            guard .now < end else { return .timeElapsed }
            let goesOn =
                session.capabilities.has("IDLE")
                ? try idle(until: min(end, .now + session.timing.idle)) : try poll(until: min(end, .now + session.timing.poll))
            if !goesOn { return .timeElapsed }
        }
        return .changed
    }

    /// One IDLE. Answers `false` when the wait was called off.
    private func idle(until end: ContinuousClock.Instant) throws -> Bool {
        let exchange = CommandExchange(.idle)
        while !exchange.isContinued, !exchange.isFinished {
            try session.step(exchange, until: .now + session.timing.reply, heeding: nil)
        }
        guard !exchange.isFinished else {
            session.forget(capability: "IDLE")
            return true
        }
        var wasCalledOff = false
        while !session.view.hasNews, !wasCalledOff, !exchange.isFinished, .now < end {
            wasCalledOff = try !listen(exchange, until: end)
        }
        if !exchange.isFinished { try session.send("DONE\r\n", step: exchange.step) }
        try session.run(exchange, heeding: nil)
        if wasCalledOff { try throwIfCancelled(exchange.step) }
        return !wasCalledOff
    }

    /// One question, and a pause in which the server may still speak. Answers `false` when the wait was called off.
    private func poll(until end: ContinuousClock.Instant) throws -> Bool {
        try session.command(.noop)
        let pause = QuietExchange(step: "wait for news")
        while !session.view.hasNews, .now < end {
            guard try listen(pause, until: end) else {
                try throwIfCancelled(pause.step)
                return false
            }
        }
        return true
    }

    /// Takes in what the server says before `end`. Answers `false` when the wait was called off.
    private func listen(_ exchange: some Exchange, until end: ContinuousClock.Instant) throws -> Bool {
        do {
            try session.step(exchange, until: end, heeding: .stopWaiting)
            return true
        } catch let error as MailError where error.code == .timedOut {
            session.resume()
            return true
        } catch let error as MailError where error.code == .cancelled {
            session.resume()
            return false
        }
    }

    private func throwIfCancelled(_ step: String) throws {
        guard session.connection.doorbell.isRung(for: .cancel) else { return }
        throw session.error(.cancelled, step, "", advice: "Nothing to do: the program is stopping.", transient: true)
    }
}

/// Sends nothing and takes in what comes by itself.
private final class QuietExchange: Exchange {
    let step: String
    let isFinished = false

    init(step: String) { self.step = step }

    func nextOctets(_ tags: inout TagCounter) -> [UInt8] { [] }
    func received(_ response: Response) {}
}
