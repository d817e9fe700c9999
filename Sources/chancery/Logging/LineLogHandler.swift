// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Logging

/// Writes one line per log entry on standard error: plain words for a terminal, logfmt or JSON for machines.
///
/// The message is constant text, the facts are metadata; entries never hold subjects, bodies, addresses or passwords.
struct LineLogHandler: LogHandler {
    /// How a line looks.
    enum Format: String, Sendable {
        case text, logfmt, json
    }

    var logLevel: Logger.Level = .info
    var metadata: Logger.Metadata = [:]
    private let label: String
    private let format: Format

    init(label: String, format: Format, level: Logger.Level) {
        self.label = label
        self.format = format
        self.logLevel = level
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let facts = metadata.merging(event.metadata ?? [:]) { $1 }.map { ($0.key, "\($0.value)") }.sorted { $0.0 < $1.0 }
        let line =
            switch format {
            case .text: LogLine.text(level: event.level, message: "\(event.message)", facts: facts)
            case .logfmt: LogLine.logfmt(at: Date(), level: event.level, label: label, message: "\(event.message)", facts: facts)
            case .json: LogLine.json(at: Date(), level: event.level, label: label, message: "\(event.message)", facts: facts)
            }
        StandardError.write(line + "\n")
    }
}
