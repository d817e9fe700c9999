// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import FoundationEssentials
import Settings

/// `chancery init`.
struct InitVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Put a commented configuration in its place.",
        discussion:
            "Copies chancery.yaml, staff.yaml, journals.yaml, calendar.yaml, kinds.yaml, classifier.yaml and the templates beside --config. Files that are there stay as they are."
    )

    @OptionGroup var config: ConfigOption

    func run() throws {
        let share = try ShareFolder.path()
        let folder =
            config.config.contains("/")
            ? String(config.config[..<(config.config.lastIndex(of: "/") ?? config.config.endIndex)]) : "."
        let files = FileManager.default
        do {
            try files.createDirectory(atPath: folder + "/templates", withIntermediateDirectories: true)
            try put(share + "/chancery.yaml", config.config)
            for name in ["staff.yaml", "journals.yaml", "calendar.yaml", "kinds.yaml", "classifier.yaml"] {
                try put("\(share)/\(name)", "\(folder)/\(name)")
            }
            for language in try files.contentsOfDirectory(atPath: share + "/templates").sorted() {
                try files.createDirectory(atPath: "\(folder)/templates/\(language)", withIntermediateDirectories: true)
                for name in try files.contentsOfDirectory(atPath: "\(share)/templates/\(language)").sorted() {
                    try put("\(share)/templates/\(language)/\(name)", "\(folder)/templates/\(language)/\(name)")
                }
            }
        } catch {
            throw Failure(
                ExitStatus.unavailable,
                "\(folder): \(error) Run it as a user who may write there, or name another place with --config.")
        }
        StandardOutput.line(
            """

            Next:
              1. Put the office, the mailbox and the submission server into \(config.config).
              2. Put the people, departments and phones into \(folder)/staff.yaml.
              3. chancery config test --config \(config.config)
              4. chancery doctor --config \(config.config)
              5. chancery intake --once --dry-run --config \(config.config)
              6. systemctl enable --now chancery
            """)
    }

    private func put(_ source: String, _ target: String) throws {
        guard !FileManager.default.fileExists(atPath: target) else { return StandardOutput.line("kept     \(target)") }
        try FileManager.default.copyItem(atPath: source, toPath: target)
        StandardOutput.line("written  \(target)")
    }
}
