// SPDX-License-Identifier: Apache-2.0

/// What a reply may do at the step it answers.
package enum ReplyVerb: String, Hashable, Sendable, CaseIterable {
    case approve
    /// Back to the author, with a remark.
    case sendBack
    case sign
    case resolve
    case accept
    case extend
    /// The text and the files of the letter become the next version of the draft.
    case draft
    /// Gives a signed letter its number and sends it.
    case sendOut
}
