// SPDX-License-Identifier: Apache-2.0
import CConfine
import Glibc

/// One run of a foreign program, from its start until nothing of it is left.
struct ConfinedRun {
    private let command: ToolCommand
    private let limits: ToolLimits
    private let cancellation: ReadingCancellation?
    private let duration: Duration
    private let end: ContinuousClock.Instant
    private let process: pid_t
    private var output: OutputPipe
    private var errors: OutputPipe

    /// Why a run ends before the program does.
    private enum Stop { case outOfTime, cancelled, tooMuchOutput }

    /// - Parameter input: a regular file at its start.
    static func run(
        _ command: ToolCommand, input: Int32, limits: ToolLimits, duration: Duration, cancellation: ReadingCancellation?
    ) -> Result<ToolOutput, ReadingFault> {
        do throws(ReadingFault) {
            var run = try ConfinedRun(command, input: input, limits: limits, duration: duration, cancellation: cancellation)
            return .success(try run.finish())
        } catch {
            return .failure(error)
        }
    }

    private init(
        _ command: ToolCommand, input: Int32, limits: ToolLimits, duration: Duration, cancellation: ReadingCancellation?
    ) throws(ReadingFault) {
        self.command = command
        self.limits = limits
        self.duration = duration
        self.cancellation = cancellation
        end = ContinuousClock.now + duration
        guard let output = OutputPipe(limit: limits.outputOctets), let errors = OutputPipe(limit: ToolLimits.errorOctets) else {
            throw Self.unstartable(command.tool, errno)
        }
        (self.output, self.errors) = (output, errors)
        var started: pid_t = 0
        let failure = Self.start(command, limits, input: input, output: output, errors: errors, process: &started)
        output.closeWriter()
        errors.closeWriter()
        guard failure == 0 else { throw Self.unstartable(command.tool, failure) }
        process = started
    }

    private static func unstartable(_ tool: ForeignTool, _ number: Int32) -> ReadingFault {
        let words = unsafe strerror(number).map { unsafe String(cString: $0) }
        return ReadingFault(.toolUnstartable(tool: tool.rawValue, words: words ?? ""))
    }

    private static func start(
        _ command: ToolCommand, _ limits: ToolLimits, input: Int32, output: OutputPipe, errors: OutputPipe, process: inout pid_t
    ) -> Int32 {
        let arguments = CStrings(command.arguments)
        let environment = CStrings(command.environment)
        let readable = CStrings(command.readable)
        // Every pointer belongs to a value that lives until the call is over, which is when the program runs or has failed to.
        return withExtendedLifetime((arguments, environment, readable)) {
            unsafe command.path.withCString { path in
                unsafe "/".withCString { folder in
                    var program = unsafe chancery_confined_program(
                        path: path, arguments: arguments.list, environment: environment.list, readable: readable.list,
                        folder: folder, input: input, output: output.writer, errors: errors.writer,
                        processor_seconds: UInt64(limits.processorSeconds), memory_octets: UInt64(limits.memoryOctets),
                        file_octets: 0)
                    return unsafe chancery_start_confined(&program, &process)
                }
            }
        }
    }

    /// Reads until the program has ended or must be, and leaves no process behind.
    private mutating func finish() throws(ReadingFault) -> ToolOutput {
        let stop = gather()
        if stop != nil { kill(-process, SIGKILL) }
        var status: Int32 = 0
        while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
        switch stop {
        case .outOfTime: throw ReadingFault(.toolTimeout(tool: command.tool.rawValue, limit: duration))
        case .cancelled: throw ReadingFault(.cancelled)
        case .tooMuchOutput, nil: break
        }
        let signal = status & 0x7f
        if signal != 0, stop == nil { throw ReadingFault(.toolDied(tool: command.tool.rawValue, signal: signal)) }
        return ToolOutput(
            octets: output.octets, isCut: stop == .tooMuchOutput, errors: String(decoding: errors.octets, as: UTF8.self),
            exitStatus: status >> 8 & 0xff)
    }

    /// Waits for the program's words and its end. Without a watch on the process its closed pipes count as its end.
    private mutating func gather() -> Stop? {
        let watch = chancery_watch_process(process)
        defer { if watch >= 0 { close(watch) } }
        while true {
            let left = end - ContinuousClock.now
            if left <= .zero { return .outOfTime }
            if cancellation?.isCancelled == true { return .cancelled }
            var waiting = [output.reader, errors.reader, watch, cancellation?.descriptor ?? -1].map {
                pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
            }
            let milliseconds = Int32(
                clamping: left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000 + 1)
            let ready = unsafe poll(&waiting, nfds_t(waiting.count), watch < 0 ? min(milliseconds, 1000) : milliseconds)
            guard ready > 0 else { continue }
            if waiting[0].revents != 0 { output.take() }
            if waiting[1].revents != 0 { errors.take() }
            if output.isOverLimit { return .tooMuchOutput }
            let isSilent = output.isClosed && errors.isClosed
            if watch < 0 ? isSilent : waiting[2].revents != 0 && (isSilent || waiting[0].revents | waiting[1].revents == 0) {
                return nil
            }
        }
    }
}

/// A list of C strings as `execve` wants it, ended by a null pointer. Owns all of them; nobody else keeps a pointer into it.
@safe private final class CStrings {
    let list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
    private let count: Int

    init(_ strings: [String]) {
        count = strings.count
        unsafe list = .allocate(capacity: count + 1)
        for (place, string) in strings.enumerated() { unsafe (list + place).initialize(to: strdup(string)) }
        unsafe (list + count).initialize(to: nil)
    }

    deinit {
        for place in 0..<count { unsafe free(list[place]) }
        unsafe list.deallocate()
    }
}
