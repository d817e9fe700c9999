// SPDX-License-Identifier: Apache-2.0

/// What is left of the limits for one file of a letter and everything inside it. One reading, one thread.
final class ReadingBudget {
    let limits: DocumentLimits
    let cancellation: ReadingCancellation?
    private let end: ContinuousClock.Instant
    private(set) var unpackedOctets = 0
    private(set) var files = 0

    init(limits: DocumentLimits, cancellation: ReadingCancellation?) {
        self.limits = limits
        self.cancellation = cancellation
        end = ContinuousClock.now + limits.maximumDuration
    }

    var remaining: Duration { max(.zero, end - ContinuousClock.now) }

    /// Throws when the time is over or the program is stopping.
    func checkTime() throws(ReadingFault) {
        if cancellation?.isCancelled == true { throw ReadingFault(.cancelled) }
        if ContinuousClock.now >= end { throw ReadingFault(.outOfTime(limit: limits.maximumDuration)) }
    }

    /// Counts unpacked octets against what all files inside may have together.
    func spend(_ octets: Int) throws(ReadingFault) {
        unpackedOctets += octets
        if unpackedOctets > limits.maximumUnpackedOctets { throw ReadingFault(.tooLarge(limit: limits.maximumUnpackedOctets)) }
    }

    /// Counts one more file; false when there were enough.
    func takeFile() -> Bool {
        files += 1
        return files <= limits.maximumFiles
    }
}

/// Ends the reading of one file.
struct ReadingFault: Error, Hashable {
    let reason: UnreadReason

    init(_ reason: UnreadReason) {
        self.reason = reason
    }
}
