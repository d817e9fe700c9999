// SPDX-License-Identifier: Apache-2.0
import TestServers

/// Why a group of tests cannot run; `nil` when it can.
enum Obstacle {
    static var dovecot: String? { Program.obstacle ?? Dovecot.obstacle ?? BenchLetters.obstacle }
    static var courier: String? { Program.obstacle ?? CourierIMAP.obstacle ?? BenchLetters.obstacle }
    static var postfix: String? { dovecot ?? Postfix.obstacle }
}
