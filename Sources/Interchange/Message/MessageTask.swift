// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

extension InterchangeMessage {
    package struct Task: Hashable, Sendable {
        package var id: String
        /// `@task_reg`, `@task_copy`: 0 or 1; what they mean is written nowhere.
        package var isRegistered = false
        package var isCopy = false
        package var kind: String?
        package var text: String
        package var deadline: CivilDate?
        package var isControlled: Bool
        package var number: RegistrationNumber
        package var confidentiality = Confidentiality()
        package var references: [Reference] = []
        package var authors: [Organization] = []
        package var files: [File] = []
        package var executors: [Executor] = []

        package init(id: String, text: String, isControlled: Bool, number: RegistrationNumber) {
            self.id = id
            self.text = text
            self.isControlled = isControlled
            self.number = number
        }
    }

    package struct Executor: Hashable, Sendable {
        /// `@responsible`.
        package enum Role: Int, Hashable, Sendable, CaseIterable {
            case coExecutor = 0
            /// The one who answers for the task; one in a task.
            case responsible = 1
            case informed = 2
        }

        package var role: Role?
        /// What this executor is to do, where it differs from the task.
        package var specifiedText: String?
        package var deadline: CivilDate?
        package var organization: Organization?

        package init(role: Role?, deadline: CivilDate?, organization: Organization?) {
            self.role = role
            self.deadline = deadline
            self.organization = organization
        }
    }
}
