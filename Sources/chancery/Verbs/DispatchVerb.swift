// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Office
import OfficeCalendar
import OfficeStore
import Workflows

/// `chancery dispatch CARD`.
struct DispatchVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dispatch", abstract: "Register a signed letter and send it; or deal with one that came back.",
        discussion: """
            Gives the letter the next number of the outgoing journal and puts it in the outbox, one letter to each addressee with an
            e-mail address. An internal document gets its number and lies before its addressee.
            Who has no e-mail address is written to by post: the front office is asked to, and says with --handed-over that it is done
            («рекомендованим листом № 0510012345678», «вручено особисто»), and when.
            --resend sends a letter that came back once more, to another address or by another way («рекомендованим листом»); --received
            notes that one sent by hand has arrived. Addressees count from 1, as `draft show` prints them.
            """)

    @OptionGroup var options: ActOptions
    @OptionGroup var which: DraftVerb.DraftOption
    @Option(help: ArgumentHelp("Send it again: an address or a way.", valueName: "channel")) var resend: String?
    @Option(help: ArgumentHelp("It has arrived: by what that is known.", valueName: "note")) var received: String?
    @Option(help: ArgumentHelp("It was posted or given to the addressee: how.", valueName: "way")) var handedOver: String?
    @Option(help: ArgumentHelp("The day of --handed-over (YYYY-MM-DD); today unless given.", valueName: "date")) var on: String?
    @Option(help: ArgumentHelp("Which addressee --resend, --received and --handed-over mean.", valueName: "number"))
    var addressee = 1

    func validate() throws {
        guard [resend, received, handedOver].compactMap(\.self).count < 2 else {
            throw ValidationError("give one of --resend, --received and --handed-over")
        }
        if let on {
            guard handedOver != nil else { throw ValidationError("--on is the day of --handed-over") }
            guard CivilDate(on) != nil else { throw ValidationError("--on is a date such as 2026-11-27") }
        }
        guard addressee > 0 else { throw ValidationError("--addressee counts from 1") }
    }

    func run() async throws {
        try await options.act { house, card, hand in
            let signing = LetterSigning(acts: house.acts)
            if let resend {
                return try await signing.resend(which.id, addressee: addressee - 1, by: resend, on: card, hand)
            }
            if let received {
                return try await signing.noteDelivery(which.id, addressee: addressee - 1, verdict: received, on: card, hand)
            }
            if let handedOver {
                let day = on.flatMap { CivilDate($0) } ?? house.clock.today
                return try await signing.noteHandover(
                    which.id, addressee: addressee - 1, way: handedOver, on: day, on: card, hand)
            }
            return try await signing.dispatch(which.id, on: card, hand)
        }
    }
}
