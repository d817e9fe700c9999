// SPDX-License-Identifier: Apache-2.0

/// Words for people in the two languages of the office.
package struct BilingualText: Hashable, Sendable {
    package let ukrainian: String
    package let english: String

    package init(ukrainian: String, english: String) {
        self.ukrainian = ukrainian
        self.english = english
    }
}
