// SPDX-License-Identifier: Apache-2.0
import DocumentText
import FoundationEssentials
import Interchange
import LetterReading
import MarkupText
import OfficeCalendar
import Settings
import Workflows

/// What letters are read with: the calendar and the kinds, the reader of facts, and the reader of attachments.
struct ReadingRoom: Sendable {
    let deadlines: DeadlineSettings
    let facts: FactReader
    let attachments: AttachmentReader
    let tools: ForeignTools
    let schema: XMLSchema

    /// By the council's own configuration.
    init(_ settings: Settings) throws {
        try self.init(
            deadlines: try DeadlineFiles.settings(beside: settings.path), timeZone: settings.office.timeZone,
            ownAddresses: [settings.office.address], registryCode: settings.office.registryCode ?? "", reading: settings.reading)
    }

    /// By the files that come with the program.
    static func shipped() throws -> ReadingRoom {
        let deadlines = try DeadlineFiles.settings(beside: nil)
        return try ReadingRoom(
            deadlines: deadlines, timeZone: deadlines.calendar.timeZone, ownAddresses: [], registryCode: "", reading: nil)
    }

    private init(
        deadlines: DeadlineSettings, timeZone: OfficeTimeZone, ownAddresses: [String], registryCode: String,
        reading: ReadingSettings?
    ) throws {
        self.deadlines = deadlines
        let reckoning = DueReckoning(calendar: deadlines.calendar, policy: deadlines.policy)
        facts = FactReader(
            reader: LetterReader(calendar: deadlines.calendar, kinds: deadlines.kinds), reckoning: reckoning, timeZone: timeZone,
            ownAddresses: ownAddresses, registryCode: registryCode)
        tools = ForeignTools(recognisesScans: reading?.recognisesScans ?? false)
        schema = try Self.schema()
        let documents = DocumentReader(tools: tools, authorities: try reading?.authorities.map(Self.authorities))
        attachments = AttachmentReader(documents: documents, messages: InterchangeReader(schema: schema))
    }

    private static func authorities(_ path: String) throws -> TrustedAuthorities {
        guard let authorities = TrustedAuthorities(path: path) else {
            throw Failure(
                ExitStatus.configuration,
                "reading.authorities: \(path) holds no certificate that can be read. Put the authorities' certificates there, in PEM."
            )
        }
        return authorities
    }

    private static func schema() throws -> XMLSchema {
        let path = "\(try ShareFolder.path())/interchange/Header.xsd"
        do {
            return try XMLSchema(try FileOctets.read(path))
        } catch {
            throw Failure(ExitStatus.unavailable, "\(path): the schema of order 1207 cannot be read: \(error)")
        }
    }
}
