// SPDX-License-Identifier: Apache-2.0

/// One step of the schema. Its text is never edited once shipped; a mistake is mended by the next step.
struct Migration: Sendable {
    /// From 1 without gaps.
    let number: Int
    /// SQL with the placeholders of `Dialect`.
    let text: String

    static let all = [firstLight, outgoingSheaf, letterReading, cardRoute, replies, appealCodes]
}
