// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Glibc
import MailTransport

/// One opened Maildir: its folder, its ledger of UIDs and what was last seen in it. Used by one actor only.
final class MaildirSession {
    /// Octets handed over at a time.
    private static let chunk = 256 << 10
    /// How often a folder is looked through though nothing was heard: not every file system tells of changes.
    private static let longestSilence = Duration.seconds(60)
    private static let longestUnwatchedSilence = Duration.seconds(5)

    let ledger: UIDLedger
    let wake: WakeSignal
    private let folder: MaildirFolder
    private let watch: FolderWatch?
    private(set) var entries: [String: MaildirFolder.Entry] = [:]
    private var namesByUID: [UID: String] = [:]
    /// The change times of the folder when it was looked through; empty when they were too fresh to tell of changes since.
    private var seenAt: [Int] = []

    init(path: String) throws(SystemError) {
        folder = try MaildirFolder(opening: path)
        ledger = UIDLedger(folder: folder)
        wake = try WakeSignal()
        // Without a watch (the user's limit is reached) the folder is looked through more often.
        watch = try? FolderWatch(path)
    }

    /// Looks through the folder and gives UIDs to what has none, in the order of delivery.
    func refresh() throws(SystemError) {
        try look()
        var fresh: [(name: String, time: timespec)] = []
        for (unique, entry) in entries where ledger.uid(of: unique) == nil {
            if let status = try folder.status(of: entry) { fresh.append((unique, status.st_mtim)) }
        }
        fresh.sort { ($0.time.tv_sec, $0.time.tv_nsec, $0.name) < ($1.time.tv_sec, $1.time.tv_nsec, $1.name) }
        try ledger.enter(fresh.map(\.name))
        // Another process, or a ledger begun anew, may have changed what is known.
        let unknown = entries.keys.filter { ledger.uid(of: $0) == nil }.sorted()
        if !unknown.isEmpty { try ledger.enter(unknown) }
        index()
    }

    private func look() throws(SystemError) {
        let times = try folder.changeTimes()
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        // The kernel's stamps are coarse: a change right after a fresh one may bear the same stamp.
        let isSettled = times.allSatisfy { now.tv_sec - $0 / 1_000_000_000 > 1 }
        entries = try folder.entries()
        seenAt = isSettled ? times : []
        index()
    }

    private func index() {
        namesByUID = [:]
        for unique in entries.keys {
            if let uid = ledger.uid(of: unique) { namesByUID[uid] = unique }
        }
    }

    func announcements(after uid: UID?) throws(SystemError) -> [MessageAnnouncement] {
        var announced: [MessageAnnouncement] = []
        for found in namesByUID.keys.sorted() where uid.map({ found > $0 }) ?? true {
            guard let entry = entry(of: found), let status = try folder.status(of: entry) else { continue }
            let time = Double(status.st_mtim.tv_sec) + Double(status.st_mtim.tv_nsec) / 1e9
            announced.append(
                MessageAnnouncement(
                    uid: found, internalDate: Date(timeIntervalSince1970: time), size: Int(status.st_size),
                    flags: entry.name.flags))
        }
        return announced
    }

    private func entry(of uid: UID) -> MaildirFolder.Entry? { namesByUID[uid].flatMap { entries[$0] } }

    /// Carries out `body` on a message where it lies now. When it is not where it was seen, the folder is looked through once
    /// more, if it changed since. `nil` when the message is gone.
    private func locating<Result>(
        _ uid: UID, _ body: (MaildirFolder.Entry) throws(SystemError) -> Result?
    ) throws(SystemError) -> Result? {
        if let entry = entry(of: uid), let result = try body(entry) { return result }
        guard try folder.changeTimes() != seenAt else { return nil }
        try look()
        guard let entry = entry(of: uid) else { return nil }
        return try body(entry)
    }

    /// Answers false when the message is gone, or is not as long as announced.
    func fetch(_ message: MessageAnnouncement, into sink: any MessageSink) throws -> Bool {
        let opened = try locating(message.uid) { (entry) throws(SystemError) in try folder.open(entry) }
        guard let file = opened else { return false }
        let size = Int(try file.status().st_size)
        guard size > 0 || message.size == 0 else { return false }
        try sink.began(
            MessageAnnouncement(uid: message.uid, internalDate: message.internalDate, size: size, flags: message.flags))
        var count = 0
        var octets = [UInt8](repeating: 0, count: max(1, min(size, Self.chunk)))
        do {
            while true {
                let got = try file.read(into: &octets)
                if got == 0 { break }
                count += got
                try sink.received(octets.span.extracting(first: got).bytes)
            }
        } catch let error as SystemError {
            sink.abandoned()
            throw error
        }
        guard count == size else {
            // Somebody is still writing it, against the rules of Maildir: it is whole the next time.
            sink.abandoned()
            return false
        }
        try sink.ended()
        return true
    }

    /// Takes messages out of the folder for good; those that are gone already are no error.
    func remove(_ uids: [UID]) throws(SystemError) {
        for uid in uids {
            _ = try locating(uid) { (entry) throws(SystemError) in try folder.remove(entry) ? true : nil }
        }
        try folder.synchronize()
    }

    func flag(_ uids: [UID], with letter: Character?) throws(SystemError) {
        for uid in uids {
            let moved: MaildirFolder.Entry? = try locating(uid) { (entry) throws(SystemError) in
                let name = entry.name.filed(adding: letter)
                let target = MaildirFolder.Entry(part: .cur, name: MaildirFileName(name))
                if entry == target { return target }
                return try folder.move(entry, to: folder, as: name) ? target : nil
            }
            if let moved { entries[moved.name.unique] = moved }
        }
        try folder.synchronize()
    }

    func move(_ uids: [UID], to path: String) throws(SystemError) {
        let target = try MaildirFolder(making: path)
        let taken = try target.entries()
        for uid in uids {
            let moved: String? = try locating(uid) { (entry) throws(SystemError) in
                var unique = entry.name.unique
                while taken[unique] != nil { unique += "_" }
                return try folder.move(entry, to: target, as: entry.name.filed(unique: unique)) ? entry.name.unique : nil
            }
            if let moved {
                entries[moved] = nil
                namesByUID[uid] = nil
            }
        }
        // The new name before the old one goes: a power cut may leave both, never none.
        try target.synchronize()
        try folder.synchronize()
    }

    func hasUnknownMessages() throws(SystemError) -> Bool {
        let (now, seen) = (try folder.changeTimes(), seenAt)
        guard now != seen || watch == nil else { return false }
        return try folder.entries().keys.contains { ledger.uid(of: $0) == nil }
    }

    /// Waits for one piece of news at most `limit`, and not longer than a folder may be silent. Blocks.
    func hearsNews(atMost limit: Duration) throws(SystemError) -> Bool {
        let silence = min(limit, watch == nil ? Self.longestUnwatchedSilence : Self.longestSilence)
        let milliseconds = Int32(
            clamping: silence.components.seconds * 1_000 + silence.components.attoseconds / 1_000_000_000_000_000 + 1)
        guard let watch else {
            var polled = pollfd(fd: wake.descriptor, events: Int16(POLLIN), revents: 0)
            try checked { poll(&polled, 1, milliseconds) }
            return try hasUnknownMessages()
        }
        switch try watch.wait(milliseconds: milliseconds, wake: wake) {
        case .names(let names): return names.contains { !$0.hasPrefix(".") && ledger.uid(of: MaildirFileName($0).unique) == nil }
        case .tooMuch: return true
        case .folderGone: throw SystemError(number: ESTALE)
        case .nothing: return try hasUnknownMessages()
        case .woken: throw SystemError(number: ECANCELED)
        }
    }
}
