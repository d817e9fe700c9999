// SPDX-License-Identifier: Apache-2.0
import Foundation
import MailTransport
import Office
import OfficeStore
import Synchronization
import Testing
import Workflows

/// A plain letter of a citizen.
func letter(_ number: Int, from address: String? = nil, extra: String = "") -> String {
    """
    From: Громадянин \(number) <\(address ?? "citizen\(number)@mail.example")>
    To: <\(World.officeAddress)>
    Subject: Лист \(number)
    Date: Mon, 23 Nov 2026 10:00:00 +0200
    Message-ID: <\(number)@mail.example>
    \(extra)MIME-Version: 1.0
    Content-Type: text/plain; charset=utf-8

    Прошу відповісти на лист \(number).
    """
}

@Suite struct IntakeTests {
    @Test func everyLetterBecomesACardAndItsSenderHearsTheNumber() async throws {
        let world = try World()
        try await world.begin(with: (1...7).map { letter($0) })
        try await world.pass()
        let (_, store) = try await world.opened()
        let cards = try await store.cards(CardFilter(limit: .max))
        #expect(cards.map(\.registrationIndex).reversed() == (1...7).map { "\($0)/03-10" })
        #expect(world.outgoing.accepted.map(\.recipient) == (1...7).map { "citizen\($0)@mail.example" })
        #expect(world.mailbox.flagged.count == 7)
        let first = String(decoding: world.outgoing.accepted[0].octets, as: UTF8.self)
        #expect(first.contains("Auto-Submitted: auto-replied"))
        #expect(first.contains("In-Reply-To: <1@mail.example>"))
    }

    @Test func aSecondPassAddsNothing() async throws {
        let world = try World()
        try await world.begin(with: (1...5).map { letter($0) })
        try await world.pass()
        let once = try await world.dump()
        try await world.pass()
        #expect(try await world.dump() == once)
        #expect(world.outgoing.accepted.count == 5)
    }

    @Test func aChangedUIDValidityAddsNothingAndAnswersNobodyAgain() async throws {
        let world = try World()
        try await world.begin(with: (1...5).map { letter($0) })
        try await world.pass()
        world.mailbox.changeValidity()
        try await world.pass()
        let (_, store) = try await world.opened()
        #expect(try await store.cards(CardFilter(limit: .max)).count == 5)
        #expect(world.outgoing.accepted.count == 5)
    }

    @Test func mailFromBeforeTheFirstDayIsCardedAndNeverAnswered() async throws {
        let world = try World()
        for number in 1...4 { world.mailbox.deliver(letter(number), at: Date(timeIntervalSince1970: 1_700_000_000)) }
        try await world.pass()
        let (_, store) = try await world.opened()
        let cards = try await store.cards(CardFilter(limit: .max))
        #expect(cards.count == 4)
        #expect(cards.allSatisfy { $0.isImported && $0.registrationIndex != nil })
        #expect(world.outgoing.accepted.isEmpty)
    }

    @Test func aBodyThatDoesNotComeIsAskedForAgain() async throws {
        let world = try World()
        try await world.begin(with: (1...3).map { letter($0) })
        world.mailbox.withhold(2, true)
        let report = try await world.intake().pass()
        #expect(report.postponed == [UID(rawValue: 2)])
        world.mailbox.withhold(2, false)
        let again = try await world.intake().pass(report.next)
        #expect(again.total == 1)
    }

    @Test func aConnectionThatBreaksInTheMiddleLeavesWhatWasWholeAndLosesNothing() async throws {
        let world = try World()
        try await world.begin(with: (1...6).map { letter($0) })
        world.mailbox.breakConnection(after: 4)
        await #expect(throws: MailError.self) { try await world.intake().pass() }
        let (_, store) = try await world.opened()
        #expect(try await store.cards(CardFilter(limit: .max)).count == 4)
        world.mailbox.breakConnection(after: nil)
        try await world.pass()
        #expect(try await store.cards(CardFilter(limit: .max)).count == 6)
    }

    @Test func bouncesAndAutomaticMailGetNeitherNumberNorAnswer() async throws {
        let world = try World()
        try await world.begin(with: [
            letter(1, extra: "Auto-Submitted: auto-replied\n"), letter(2, extra: "List-Id: <news.example>\n"),
            letter(3, extra: "Precedence: bulk\n"), letter(4),
        ])
        try await world.pass()
        let (_, store) = try await world.opened()
        #expect(try await store.cards(CardFilter(limit: .max)).map(\.senderAddress) == ["citizen4@mail.example"])
        #expect(world.outgoing.accepted.map(\.recipient) == ["citizen4@mail.example"])
    }

    @Test func ourOwnLetterComingBackIsNotAnswered() async throws {
        let world = try World()
        try await world.begin(with: [letter(1)])
        try await world.pass()
        let ours = String(decoding: world.outgoing.accepted[0].octets, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
        world.mailbox.deliver(ours, at: world.now.withLock { $0 })
        try await world.pass()
        #expect(world.outgoing.accepted.count == 1)
    }

    @Test func oneAddressGetsOneAutomaticLetterADay() async throws {
        let world = try World()
        try await world.begin(with: (1...20).map { letter($0, from: "often@mail.example") })
        try await world.pass()
        let (_, store) = try await world.opened()
        #expect(try await store.cards(CardFilter(limit: .max)).count == 20)
        #expect(world.outgoing.accepted.count == 1)
    }

    @Test func withoutAProvenSenderNobodyIsAnsweredUnlessTheCouncilSaysSo() async throws {
        let proof = "Authentication-Results: mail.city.example; dmarc=pass header.from=mail.example\n"
        let forged = "Received: from evil.example by mail.city.example; Mon, 23 Nov 2026 10:00:00 +0200\n" + proof
        let world = try World(acknowledgement: .proven)
        try await world.begin(with: [letter(1), proof + letter(2), forged + letter(3)])
        try await world.pass()
        #expect(world.outgoing.accepted.map(\.recipient) == ["citizen2@mail.example"])
    }

    @Test(arguments: [
        "from localhost (evil.example [192.0.2.66]) by mail.city.example with ESMTP id 1",
        "from mail.city.example (evil.example [192.0.2.66]) by mail.city.example with ESMTPS id 1",
        "from evil.example (LMTP [192.0.2.66]) by mail.city.example (LMTP) with SMTP id 1",
    ])
    func whoCallsHimselfByOurNameProvesNothing(_ hop: String) async throws {
        let proof = "Authentication-Results: mail.city.example; dmarc=pass header.from=mail.example\n"
        let date = "; Mon, 23 Nov 2026 10:00:00 +0200\n"
        let within = "Received: from mail.city.example by mail.city.example with LMTP id 2" + date
        let world = try World(acknowledgement: .proven)
        try await world.begin(with: [
            "Received: \(hop)" + date + proof + letter(1), within + "Received: \(hop)" + date + proof + letter(2),
            within + proof + "Received: \(hop)" + date + letter(3),
        ])
        try await world.pass()
        #expect(world.outgoing.accepted.map(\.recipient) == ["citizen3@mail.example"])
    }

    @Test func aReviewedLetterWaitsForARegistrarAndItsSenderHearsThatItIsHere() async throws {
        let world = try World(registration: .reviewed)
        try await world.begin(with: [letter(1)])
        try await world.pass()
        let (_, store) = try await world.opened()
        let card = try #require(try await store.cards(CardFilter(limit: 1)).first)
        #expect(card.state == .preReview)
        #expect(card.registrationIndex == nil)
        #expect(try await store.outbox(state: nil, limit: 10).map(\.kind) == ["received"])
    }

    @Test func theSameMessageIDWithOtherOctetsIsAnotherLetter() async throws {
        let world = try World()
        try await world.begin(with: [letter(1), letter(1) + "\nДодатково.", letter(1)])
        try await world.pass()
        let (_, store) = try await world.opened()
        #expect(try await store.cards(CardFilter(limit: .max)).count == 2)
    }

    @Test func aPersonCanSayThatALetterTakenForAMachinesIsALetter() async throws {
        let world = try World()
        try await world.begin(with: [letter(1), letter(2, extra: "List-Id: <ministry.example>\n")])
        try await world.pass()
        let (_, store) = try await world.opened()
        let automatic = try #require(
            try await store.letters(after: nil, limit: 10).first { $0.fate == .automatic })
        let opened = try await world.registrar().open(automatic.digest, by: World.registrarID)
        #expect(opened.registrationIndex == "2/03-10")
        #expect(try await store.letter(automatic.digest)?.fate == .card)
        #expect(world.outgoing.accepted.count == 1)
        await #expect(throws: StoreError.self) { try await world.registrar().open(automatic.digest, by: World.registrarID) }
    }

    @Test func aRegistrarAcceptsOrRefusesAndTheSenderHearsIt() async throws {
        let world = try World(registration: .reviewed, acknowledgement: .none)
        try await world.begin(with: [letter(1), letter(2)])
        try await world.pass()
        let (_, store) = try await world.opened()
        let cards = try await store.cards(CardFilter(limit: 10)).reversed().map(\.id)
        _ = try await world.registrar().register(cards[0], in: .incoming, tellsSender: true, by: World.registrarID)
        _ = try await world.registrar().refuse(
            cards[1], on: .notSigned, explanation: "Надішліть підписаний лист", tellsSender: true, by: World.registrarID)
        await #expect(throws: StoreError.self) {
            try await world.registrar().register(cards[1], in: .incoming, tellsSender: true, by: World.registrarID)
        }
        try await world.pass()
        #expect(try await store.outbox(state: .sent, limit: 10).map(\.kind).sorted() == ["refused", "registered"])
        #expect(try await store.cards(CardFilter(limit: 10)).map(\.state) == [.refused, .registered])
    }
}
