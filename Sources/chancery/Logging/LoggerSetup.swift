// SPDX-License-Identifier: Apache-2.0
import Logging
import Settings

/// Makes the process's logger from the configuration.
enum LoggerSetup {
    /// `auto` is plain text on a terminal and under the journal, which adds the time itself; logfmt elsewhere.
    static func logger(_ log: LogSettings, environment: [String: String] = ProcessEnvironment.current) -> Logger {
        let level = Logger.Level(rawValue: log.level.rawValue) ?? .info
        let isPlain = StandardError.isTerminal || environment["JOURNAL_STREAM"] != nil
        let format: LineLogHandler.Format =
            switch log.format {
            case .auto: isPlain ? .text : .logfmt
            case .text: .text
            case .logfmt: .logfmt
            case .json: .json
            }
        return Logger(label: "chancery") { LineLogHandler(label: $0, format: format, level: level) }
    }

    /// For verbs whose output is for a person: only what needs attention.
    static func quiet() -> Logger {
        Logger(label: "chancery") { LineLogHandler(label: $0, format: .text, level: .warning) }
    }
}
