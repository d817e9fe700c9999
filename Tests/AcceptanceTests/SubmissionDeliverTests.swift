// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import TestServers

/// Letters on standard input, from an MTA's pipe.
@Suite(.serialized, .enabled(if: TrialRun.obstacle == nil, "the built program and python3 are needed"))
struct SubmissionDeliverTests {
    @Test("A letter on standard input is taken, and the next pass files it octet by octet")
    func taken() throws {
        let office = try TrialOffice()
        #expect(try office.pass().status == 0)
        let letter = TrialOffice.letter()
        let taken = try office.run("deliver", input: try file(letter, in: office))
        #expect(taken.status == 0 && taken.errors.isEmpty, "\(taken)")
        let pass = try office.pass()
        #expect(pass.output.contains("delivered: 1 letter filed: 1 card"), "\(pass)")
        let card = try #require(try office.cards().first)
        #expect(card.registrationIndex == "1/01-10")
        #expect(try card.subject == office.summary(of: letter) && card.subject.lowercased().contains("довідк"), "\(card)")
        #expect(try office.run("inbox", "show", "\(card.id)").output.utf8.elementsEqual(letter))
        #expect(try office.run("reconcile").status == 0)
        // The answer went out: a letter from the pipe is as new as any other.
        #expect(try office.outgoing().map(\.state) == ["sent"])
    }

    @Test("With an unusable configuration the MTA keeps the letter")
    func unusableConfiguration() throws {
        let office = try TrialOffice(extra: "acknowlege: all")
        let refused = try office.run("deliver", input: try file(TrialOffice.letter(), in: office))
        #expect(refused.status == 75)
        #expect(refused.errors.contains("acknowlege"), "\(refused.errors)")
        let missing = try TrialRun(["deliver", "--config", "/nowhere/chancery.yaml"])
        #expect(missing.status == 75)
    }

    @Test("With a state folder that cannot be written the MTA keeps the letter")
    func unwritableState() throws {
        let office = try TrialOffice(state: "in-the-way/state")
        try office.folder.write("a file where the folder should be", to: "in-the-way")
        let refused = try office.run("deliver", input: try file(TrialOffice.letter(), in: office))
        #expect(refused.status == 75)
        #expect(refused.errors.contains("in-the-way/state"), "\(refused.errors)")
    }

    @Test("Nothing on standard input is no letter")
    func empty() throws {
        let office = try TrialOffice()
        #expect(try office.run("deliver").status != 0)
        #expect(try office.pass().output.contains("delivered: nothing new"))
    }

    private func file(_ letter: [UInt8], in office: TrialOffice) throws -> String {
        let path = "\(office.folder.path)/letter"
        try Data(letter).write(to: URL(fileURLWithPath: path))
        return path
    }
}
