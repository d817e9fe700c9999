// SPDX-License-Identifier: Apache-2.0
import CArchive
import Glibc

/// One walk over the members of an archive, in its own order, by libarchive. Nothing is written to a disk.
///
/// Bounded: members and unpacked octets are counted as they come, so a bomb is known before it goes off.
@safe final class ArchiveWalk {
    /// How a walk ended that no limit ended.
    enum End: Hashable { case whole, stopped, damaged(words: String) }

    private let archive: OpaquePointer
    private let budget: ReadingBudget
    /// Octets of the whole archive, against which the ratio is held.
    private let packedOctets: Int
    private var unpackedOctets = 0
    /// Of the member the walk stands at, and where in the archive it begins.
    private var memberOctets = 0
    private var memberStart = 0
    private var damage: String?

    /// libarchive turns names into the charset of the thread's locale; in the plain one Cyrillic is lost.
    private static let nameLocale: UInt = unsafe UInt(bitPattern: newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))

    /// Shows each file of the archive to `visit`, which may read it there and then; false ends the walk.
    static func walk(
        _ octets: FileOctets, as format: ArchiveFormat, budget: ReadingBudget,
        visit: (ArchiveMember, ArchiveWalk) throws(ReadingFault) -> Bool
    ) throws(ReadingFault) -> End {
        try octets.withSpan { (span) throws(ReadingFault) -> End in
            try ZipDirectory.checkMembers(of: span, limit: budget.limits.maximumFiles)
            let previous = unsafe uselocale(locale_t(bitPattern: nameLocale))
            defer { unsafe uselocale(previous) }
            guard let walk = ArchiveWalk(format, packedOctets: span.count, budget: budget) else {
                return .damaged(words: "libarchive is out of memory")
            }
            // The walk ends before the span does.
            let isOpen = unsafe span.withUnsafeBytes { unsafe archive_read_open_memory(walk.archive, $0.baseAddress, $0.count) }
            // Asked about passwords now, the library would call into a format it did not find (3.6.2 leaves a stray pointer).
            guard isOpen == ARCHIVE_OK else { return .damaged(words: walk.words) }
            return try walk.visitAll(visit)
        }
    }

    private init?(_ format: ArchiveFormat, packedOctets: Int, budget: ReadingBudget) {
        guard let archive = unsafe archive_read_new() else { return nil }
        unsafe self.archive = unsafe archive
        self.packedOctets = packedOctets
        self.budget = budget
        switch format {
        case .zip: unsafe archive_read_support_format_zip(archive)
        case .sevenZip: unsafe archive_read_support_format_7zip(archive)
        case .rar:
            unsafe archive_read_support_format_rar(archive)
            unsafe archive_read_support_format_rar5(archive)
        case .tar, .compressed:
            unsafe archive_read_support_format_tar(archive)
            unsafe archive_read_support_filter_gzip(archive)
            unsafe archive_read_support_filter_bzip2(archive)
            unsafe archive_read_support_filter_xz(archive)
        }
        if format == .compressed { unsafe archive_read_support_format_raw(archive) }
    }

    deinit {
        unsafe archive_read_free(archive)
    }

    private func visitAll(_ visit: (ArchiveMember, ArchiveWalk) throws(ReadingFault) -> Bool) throws(ReadingFault) -> End {
        var members = 0
        while true {
            try budget.checkTime()
            var entry: OpaquePointer?
            let status = unsafe archive_read_next_header(archive, &entry)
            if status == ARCHIVE_EOF { return damage.map { .damaged(words: $0) } ?? .whole }
            guard status >= ARCHIVE_WARN, let entry = unsafe entry else { return try failed() }
            members += 1
            (memberOctets, memberStart) = (0, position)
            if members > budget.limits.maximumFiles { throw ReadingFault(.tooManyFiles(limit: budget.limits.maximumFiles)) }
            // Some programs write no type of file at all.
            guard unsafe [S_IFREG, 0].contains(archive_entry_filetype(entry)) else { continue }
            let isEncrypted = unsafe archive_entry_is_encrypted(entry) != 0
            let member = unsafe ArchiveMember(rawName: Self.name(of: entry), isEncrypted: isEncrypted)
            if try !visit(member, self) { return .stopped }
        }
    }

    private static func name(of entry: OpaquePointer) -> [UInt8] {
        guard let name = unsafe archive_entry_pathname(entry) else { return [] }
        return unsafe [UInt8](UnsafeRawBufferPointer(start: name, count: strlen(name)))
    }

    /// The end at an error of the library. A password is no damage.
    private func failed() throws(ReadingFault) -> End {
        if unsafe archive_read_has_encrypted_entries(archive) > 0 { throw ReadingFault(.encrypted) }
        return .damaged(words: words)
    }

    private var words: String {
        guard let words = unsafe archive_error_string(archive) else { return "" }
        return unsafe String(String(cString: words).prefix(120))
    }

    /// Hands over the member the walk stands at, piece by piece, until `take` answers false.
    ///
    /// - Returns: false when the member is damaged; what stands before the damage was handed over.
    /// - Throws: when a limit is reached, or what `take` throws.
    func read(_ take: (Span<UInt8>) throws(ReadingFault) -> Bool) throws(ReadingFault) -> Bool {
        while true {
            var block: UnsafeRawPointer?
            var count = 0
            var offset: la_int64_t = 0
            let status = unsafe archive_read_data_block(archive, &block, &count, &offset)
            if status == ARCHIVE_EOF { return true }
            guard status >= ARCHIVE_WARN else {
                damage = words
                return false
            }
            try spend(count)
            // The block is the library's until the next call.
            let octets = unsafe UnsafeRawBufferPointer(start: block, count: block == nil ? 0 : count)
            if try unsafe !take(Span<UInt8>(_unsafeBytes: octets)) { return true }
        }
    }

    /// How far in the archive the library has read.
    private var position: Int { Int(unsafe archive_filter_bytes(archive, -1)) }

    /// Holds what was unpacked against what it was unpacked from, both for this member and for the whole archive, in which members may
    /// lie over each other.
    private func spend(_ count: Int) throws(ReadingFault) {
        let limits = budget.limits
        // Without this piece, which the library counts as read only when the next one is asked for.
        let isSwollen = memberOctets > limits.ratioFreeOctets && memberOctets / limits.maximumRatio > position - memberStart
        unpackedOctets += count
        memberOctets += count
        let isBomb = unpackedOctets > limits.ratioFreeOctets && unpackedOctets / limits.maximumRatio > packedOctets
        if isSwollen || isBomb { throw ReadingFault(.bomb(ratio: limits.maximumRatio)) }
        try budget.spend(count)
        try budget.checkTime()
    }

    /// The member the walk stands at, whole; nil when it is damaged or the disk has no room for it.
    func gather(scratch: ScratchFolder) throws(ReadingFault) -> FileOctets? {
        var collector = OctetCollector(scratch: scratch)
        let limit = budget.limits.maximumMemberOctets
        let isWhole = try read { (piece) throws(ReadingFault) -> Bool in
            collector.append(piece)
            if collector.count > limit { throw ReadingFault(.tooLarge(limit: limit)) }
            return true
        }
        let octets = collector.finish()
        return isWhole ? octets : nil
    }
}
