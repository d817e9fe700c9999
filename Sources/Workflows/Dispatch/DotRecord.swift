// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import MailTransport
import OfficeStore
import Vault

/// One record of the ``DotJournal``.
///
/// Layout, numbers with the highest octet first: 8 octets of mark, 8 generation, 2 ordinal, letter coming (8 id, 32 digest; id 0: none),
/// letter accepted (likewise), 8 time in milliseconds, 2 reply code, 1 + n enhanced status, 2 + n text; then SHA-256 of all of it.
struct DotRecord: Hashable, Sendable {
    private static let mark = Array("ChanDot1".utf8)
    /// Octets kept of a reply's text, so that the record fits in a slot.
    static let maximumText = 300
    private static let maximumStatus = 16

    let generation: Int64
    let ordinal: UInt16
    let accepted: DotLeftovers.Accepted?
    let coming: DotLetter?

    init(generation: Int64, ordinal: UInt16, accepted: DotLeftovers.Accepted?, coming: DotLetter?) {
        self.generation = generation
        self.ordinal = ordinal
        self.accepted = accepted
        self.coming = coming
    }

    /// Whether this is what was written next after `other`.
    func follows(_ other: DotRecord) -> Bool { generation == other.generation && ordinal == other.ordinal + 1 }

    var octets: [UInt8] {
        var octets = Self.mark
        octets.reserveCapacity(SlotFile.slotOctets)
        func put(_ number: some FixedWidthInteger) { withUnsafeBytes(of: number.bigEndian) { octets.append(contentsOf: $0) } }
        func put(_ letter: DotLetter?) {
            put(letter?.id.rawValue ?? 0)
            octets.append(contentsOf: letter?.digest.bytes ?? [UInt8](repeating: 0, count: 32))
        }
        put(generation)
        put(ordinal)
        put(coming)
        put(accepted?.letter)
        put(Int64((accepted?.at.timeIntervalSince1970 ?? 0) * 1_000))
        put(UInt16(clamping: accepted?.reply.code ?? 0))
        let status = (accepted?.reply.enhancedStatus ?? "").utf8.prefix(Self.maximumStatus)
        put(UInt8(status.count))
        octets.append(contentsOf: status)
        let text = (accepted?.reply.text ?? "").utf8.prefix(Self.maximumText)
        put(UInt16(text.count))
        octets.append(contentsOf: text)
        octets.append(contentsOf: OctetHasher.digest(of: octets.span.bytes).bytes)
        return octets
    }

    /// `nil` for a slot never written, written half, or of another version.
    init?(octets: ArraySlice<UInt8>) {
        var reader = Reader(rest: octets)
        guard octets.starts(with: Self.mark) else { return nil }
        _ = reader.take(Self.mark.count)
        generation = Int64(bitPattern: reader.number(8))
        ordinal = UInt16(truncatingIfNeeded: reader.number(2))
        coming = reader.letter()
        let letter = reader.letter()
        let at = Date(timeIntervalSince1970: TimeInterval(Int64(bitPattern: reader.number(8))) / 1_000)
        let code = Int(reader.number(2))
        let status = String(decoding: reader.take(Int(reader.number(1))), as: UTF8.self)
        let text = String(decoding: reader.take(Int(reader.number(2))), as: UTF8.self)
        let hashed = Array(octets[..<reader.rest.startIndex])
        guard MessageDigest(bytes: reader.take(32)) == OctetHasher.digest(of: hashed.span.bytes) else { return nil }
        accepted = letter.map {
            DotLeftovers.Accepted(
                letter: $0, at: at, reply: SubmissionReply(code: code, enhancedStatus: status.isEmpty ? nil : status, text: text))
        }
    }

    private struct Reader {
        var rest: ArraySlice<UInt8>

        /// Fewer where the octets end; the hash then does not fit.
        mutating func take(_ count: Int) -> ArraySlice<UInt8> {
            defer { rest = rest.dropFirst(count) }
            return rest.prefix(count)
        }

        mutating func number(_ count: Int) -> UInt64 { take(count).reduce(0) { $0 << 8 | UInt64($1) } }

        mutating func letter() -> DotLetter? {
            let id = Int64(bitPattern: number(8))
            guard let digest = MessageDigest(bytes: take(32)), id > 0 else { return nil }
            return DotLetter(id: OutboxID(rawValue: id), digest: digest)
        }
    }
}
