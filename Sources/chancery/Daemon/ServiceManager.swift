// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Messages to the service manager that started us (sd_notify(3)). Without one (`NOTIFY_SOCKET` unset) nothing is sent.
struct ServiceManager: Sendable {
    private let socketPath: [UInt8]
    /// How often the manager wants a sign of life (`WATCHDOG_USEC`); `nil` when it does not.
    let watchdogInterval: Duration?

    init(environment: [String: String]) {
        let path = Array((environment["NOTIFY_SOCKET"] ?? "").utf8)
        socketPath = path.count > 1 && path.count <= Self.maximumPathLength ? path : []
        let isForUs = environment["WATCHDOG_PID"].flatMap { Int32($0) }.map { $0 == getpid() } ?? true
        watchdogInterval =
            isForUs ? environment["WATCHDOG_USEC"].flatMap { Int64($0) }.flatMap { $0 > 0 ? .microseconds($0) : nil } : nil
    }

    /// The service is up.
    func ready(_ status: String) { send("READY=1\nSTATUS=\(oneLine(status))") }
    /// One line shown by `systemctl status`.
    func status(_ status: String) { send("STATUS=\(oneLine(status))") }
    /// The sign of life.
    func watchdog() { send("WATCHDOG=1") }
    /// The configuration is being read again; `ready` must follow.
    func reloading() { send("RELOADING=1") }
    /// Shutdown has begun.
    func stopping() { send("STOPPING=1") }

    /// Bytes in `sun_path` of `sockaddr_un` (unix(7)).
    private static let maximumPathLength = 107

    private func oneLine(_ text: String) -> String { text.replacing("\n", with: " ") }

    private func send(_ message: String) {
        guard !socketPath.isEmpty else { return }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { path in
            path.copyBytes(from: socketPath)
            // A leading @ stands for the abstract namespace, written as NUL.
            if socketPath[0] == UInt8(ascii: "@") { path[0] = 0 }
        }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + socketPath.count)
        let bytes = Array(message.utf8)
        withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), $0, length)
            }
        }
    }
}
