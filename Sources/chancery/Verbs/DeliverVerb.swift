// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Glibc
import MaildirMail
import Settings

/// `chancery deliver`.
struct DeliverVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deliver", abstract: "Take one letter on standard input, as an MTA's pipe gives it.",
        discussion: """
            The letter is durable when this exits with 0; the daemon files it. In any doubt it exits with 75 and the MTA keeps the letter.
            Postfix, master.cf:  chancery unix - n n - - pipe flags=R user=chancery argv=/usr/bin/chancery deliver
            """)

    @OptionGroup var config: ConfigOption

    func run() throws {
        do {
            let settings = try config.load()
            try StateFolder.create(settings.state)
            let folder = StateFolder.deliveries(of: settings)
            let delivery = try MaildirDelivery(to: folder)
            var octets = [UInt8](repeating: 0, count: 256 << 10)
            var isEmpty = true
            while true {
                let count = read(STDIN_FILENO, &octets, octets.count)
                if count == 0 { break }
                if count < 0 {
                    if errno == EINTR { continue }
                    throw Failure(ExitStatus.tryLater, "standard input: \(String(cString: strerror(errno)))")
                }
                isEmpty = false
                try delivery.write(Array(octets[..<count]))
            }
            guard !isEmpty else { throw Failure(ExitStatus.tryLater, "nothing came on standard input") }
            try delivery.finish()
        } catch {
            // Whatever went wrong, the MTA still has the letter and must keep it.
            throw Failure(ExitStatus.tryLater, "the letter was not taken: \(error)")
        }
    }
}
