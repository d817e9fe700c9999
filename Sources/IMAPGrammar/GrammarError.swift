// SPDX-License-Identifier: Apache-2.0

/// What ends a session because nothing after it can be understood.
package enum GrammarError: Error, Hashable, Sendable {
    /// A response is longer than ``ResponseReader/maximumLine`` without the octets of messages.
    case lineTooLong
    /// Lists nest deeper than ``ResponseReader/maximumNesting``.
    case nestingTooDeep
    /// After a literal the response does not go on: the server gave more or fewer octets than it announced.
    case literalOfWrongSize
}
