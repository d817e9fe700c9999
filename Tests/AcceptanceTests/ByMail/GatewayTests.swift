// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import TestServers

/// Machines that answer letters, facing each other through Dovecot and Postfix. One pass of `intake --once` after the other stands for
/// any number of hours.
@Suite(
    .serialized, .enabled(if: Obstacle.postfix == nil, "\(Obstacle.postfix ?? "")"), .timeLimit(.minutes(3)))
struct GatewayTests {
    private static let town = "rada@town.example"

    @Test("Two councils that acknowledge everything stop after two letters in all")
    func twoCouncils() throws {
        let mail = try CityMail(addresses: TrialOffice.colleagues + [Self.town])
        let city = try TrialOffice.inTheCity(mail, acknowledge: "all")
        let town = try TrialOffice.inTheCity(mail, at: Self.town, acknowledge: "all")
        let clerk = Correspondent("Рада міста", at: Self.town, in: mail)
        try clerk.writes(to: TrialOffice.address, about: "Про спільний захід", "Просимо підтвердити участь у спільному заході.\n")
        for _ in 0..<4 {
            for office in [city, town] {
                try mail.settle()
                #expect(try office.pass().status == 0)
            }
        }
        try mail.settle()
        // The clerk's letter and its acknowledgement; nothing after them.
        #expect(mail.letters(of: TrialOffice.address).count == 1)
        #expect(mail.letters(of: Self.town).count == 1)
        #expect(try city.cards().count == 1 && city.outgoing().count { $0.recipient == Self.town } == 1)
        #expect(try town.cards().isEmpty && town.outgoing().isEmpty)
        #expect(try town.run("inbox", "list").output.contains("automatic"))
    }

    @Test("A machine that answers every letter and says nowhere that it is one gets one letter a day")
    func unmarkedMachine() throws {
        let machine = "info@help.example"
        let mail = try CityMail(addresses: TrialOffice.colleagues + [machine])
        let office = try TrialOffice.inTheCity(mail, acknowledge: "all")
        let robot = Correspondent(outside: "Довідкова служба", at: machine, in: mail)
        try robot.writes(to: TrialOffice.address, about: "Запитання", "Просимо повідомити години прийому.\n")
        for _ in 0..<4 {
            try mail.settle()
            #expect(try office.pass().status == 0)
            try mail.settle()
            for letter in try robot.unreadLetters() { try robot.answersLikeAMachine(letter) }
        }
        #expect(robot.letterCount == 1)
    }
}

extension Correspondent {
    /// Answers a letter once, without any sign of a machine.
    fileprivate func answersLikeAMachine(_ letter: ReadByPython) throws {
        _ = try receives(letter.subject)
        try writes(
            to: TrialOffice.address, about: "Re: \(letter.subject)", "Ваше повідомлення прийнято. Очікуйте на відповідь.\n")
    }
}
