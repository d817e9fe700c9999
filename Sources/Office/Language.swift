// SPDX-License-Identifier: Apache-2.0

/// A language the office writes in. The raw value is its ISO 639-1 code and the name of its folder of templates.
package enum Language: String, Hashable, Sendable, CaseIterable {
    case ukrainian = "uk"
    case english = "en"
}
