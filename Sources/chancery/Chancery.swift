// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// The program: one verb a run.
struct Chancery: AsyncParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "chancery",
        abstract: "Turns a council's mailbox into an office: every letter becomes a card, and its sender hears the number.",
        discussion: """
            Begin with `chancery demo --once` to see it work in a folder, then `chancery init` for a real mailbox.
            Exit status: 0 well, 64 wrong usage, 65 bad input, 69 something needed is not there, 75 try later, 78 configuration.
            """,
        version: version,
        groupedSubcommands: [
            CommandGroup(name: "Begin", subcommands: [DemoVerb.self, InitVerb.self, ConfigVerb.self, DoctorVerb.self]),
            CommandGroup(name: "Work", subcommands: [RunVerb.self, IntakeVerb.self, DeliverVerb.self]),
            CommandGroup(
                name: "Look and act",
                subcommands: [
                    StatusVerb.self, CardVerb.self, InboxVerb.self, QueueVerb.self, TraceVerb.self, ReconcileVerb.self,
                    ReadVerb.self, DeadlineVerb.self,
                ]),
            CommandGroup(
                name: "The office at work",
                subcommands: [
                    DraftVerb.self, ApproveVerb.self, DispatchVerb.self, SubstituteVerb.self, JournalVerb.self, ReportVerb.self,
                ]),
            CommandGroup(name: "Measure", subcommands: [SpeedVerb.self]),
        ])
}
