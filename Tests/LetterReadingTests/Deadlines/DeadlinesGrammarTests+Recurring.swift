// SPDX-License-Identifier: Apache-2.0

/// What comes again.
extension DeadlinesGrammarTests {
    static let recurring: [Row] = [
        Row("щороку до 15 січня", "recurring YEARLY;BYMONTH=1;BYMONTHDAY=15", "2027-01-15"),
        Row("щорічно, до 15 січня", "recurring YEARLY;BYMONTH=1;BYMONTHDAY=15", "2027-01-15"),
        Row("до 15 січня щороку", "recurring YEARLY;BYMONTH=1;BYMONTHDAY=15", "2027-01-15"),
        Row("до 15 січня кожного року", "recurring YEARLY;BYMONTH=1;BYMONTHDAY=15", "2027-01-15"),
        Row("щодня до 09:00", "recurring DAILY", "2026-11-13 09:00"),
        Row("щоденно до 17.00", "recurring DAILY", "2026-11-13 17:00"),
        Row("до 09:00 щодня", "recurring DAILY", "2026-11-13 09:00"),
        Row("щотижня до 12:00 п'ятниці", "recurring WEEKLY;BYDAY=FR", "2026-11-13 12:00"),
        Row("щотижня у п'ятницю", "recurring WEEKLY;BYDAY=FR", "2026-11-13"),
        Row("щотижня по вівторках до 10:00", "recurring WEEKLY;BYDAY=TU", "2026-11-17 10:00"),
        Row("щовівторка та щочетверга до 11:00", "recurring WEEKLY;BYDAY=TU,TH", "2026-11-17 11:00"),
        Row("кожної середи", "recurring WEEKLY;BYDAY=WE", "2026-11-18"),
        Row("кожного понеділка до 9:00", "recurring WEEKLY;BYDAY=MO", "2026-11-16 09:00"),
        Row("до 15:00 кожної п'ятниці", "recurring WEEKLY;BYDAY=FR", "2026-11-13 15:00"),
        Row("до 5 числа кожного місяця", "recurring MONTHLY;BYMONTHDAY=5", "2026-12-07"),
        Row("до 5-го числа щомісяця", "recurring MONTHLY;BYMONTHDAY=5", "2026-12-07"),
        Row("кожного місяця до 25 числа", "recurring MONTHLY;BYMONTHDAY=25", "2026-11-25"),
        Row("щомісячно не пізніше 3 числа", "recurring MONTHLY;BYMONTHDAY=3", "2026-12-03"),
        Row("щомісяця до 1 та 15 числа", "recurring MONTHLY;BYMONTHDAY=1,15", "2026-11-16"),
        Row("до 10 числа місяця, наступного за звітним", "recurring MONTHLY;BYMONTHDAY=10", "2026-12-10"),
        Row("щомісяця до останнього робочого дня місяця", "recurring MONTHLY;BYMONTHDAY=-1", "2026-11-30"),
        Row(
            "щокварталу до 5 числа місяця, наступного за звітним періодом", "recurring MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=5",
            "2027-01-05"),
        Row(
            "до 20 числа місяця, що настає за звітним кварталом", "recurring MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=20", "2027-01-20"
        ),
        Row(
            "щоквартально до 25 числа останнього місяця кварталу", "recurring MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=25",
            "2026-12-25"),
        Row("щопівроку до 10 липня та 10 січня", "recurring YEARLY;BYMONTH=1,7;BYMONTHDAY=10", "2027-01-11"),
        Row("раз на місяць до 7 числа", "recurring MONTHLY;BYMONTHDAY=7", "2026-12-07"),
        Row("ежемесячно до 5 числа", "recurring MONTHLY;BYMONTHDAY=5", "2026-12-07"),
        Row("Просимо щотижнево, щоп'ятниці, до 15:00 подавати інформацію", "recurring WEEKLY;BYDAY=FR", "2026-11-13 15:00"),
        Row(
            "Просимо забезпечити подання звітів щомісячно до 5 числа місяця, наступного за звітним періодом",
            "recurring MONTHLY;BYMONTHDAY=5", "2026-12-07"),
        Row(
            "Про хід виконання інформувати щомісяця до 25 числа, починаючи з грудня 2026 року", "recurring MONTHLY;BYMONTHDAY=25",
            "2026-12-25"),
        Row(
            "Звіт подавати щороку до 20 січня року, наступного за звітним", "recurring YEARLY;BYMONTH=1;BYMONTHDAY=20",
            "2027-01-20"),
        Row("двічі на місяць: до 1 та 15 числа", "recurring MONTHLY;BYMONTHDAY=1,15"),
        Row("щоквартально до 1 числа", "recurring MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=1"),
        Row("щопонеділка", "recurring WEEKLY;BYDAY=MO", "2026-11-16"),
        Row("щодня о 9:00", "recurring DAILY", "2026-11-13 09:00"),
        Row("щомісяця, 10 числа", "recurring MONTHLY;BYMONTHDAY=10"),
        Row("10 числа кожного місяця", "recurring MONTHLY;BYMONTHDAY=10"),
        Row("до 10 липня та до 10 січня щороку", "recurring YEARLY;BYMONTH=1,7;BYMONTHDAY=10"),
        Row("щороку, до 1 березня", "recurring YEARLY;BYMONTH=3;BYMONTHDAY=1"),
        Row("кожну п'ятницю до 12.00", "recurring WEEKLY;BYDAY=FR", "2026-11-13 12:00"),
        Row("щосереди до 12 год.", "recurring WEEKLY;BYDAY=WE", "2026-11-18 12:00"),
        Row("Інформацію надати щоденно до 8:30", "recurring DAILY", "2026-11-13 08:30"),
        Row("Інформувати щопонеділка до 10:00", "recurring WEEKLY;BYDAY=MO", "2026-11-16 10:00"),
        Row("Термін подання інформації – щомісяця до 5 числа", "recurring MONTHLY;BYMONTHDAY=5"),
        Row("Термін: до 5-го числа кожного місяця, наступного за звітним", "recurring MONTHLY;BYMONTHDAY=5"),
        Row(
            "щоквартально, до 10 числа місяця, наступного за звітним кварталом,",
            "recurring MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=10"),
        Row("щороку до 01 березня", "recurring YEARLY;BYMONTH=3;BYMONTHDAY=1"),
        Row("щороку не пізніше 31 січня", "recurring YEARLY;BYMONTH=1;BYMONTHDAY=31"),
        Row("до 25 грудня щорічно", "recurring YEARLY;BYMONTH=12;BYMONTHDAY=25"),
        Row("раз на тиждень", "recurring WEEKLY"),
        Row("щотижня до кінця дня п'ятниці", "recurring WEEKLY;BYDAY=FR"),
        Row("ежедневно до 9:00", "recurring DAILY"),
        Row("інформацію надавати щомісячно, до 05 числа наступного за звітним місяця", "recurring MONTHLY;BYMONTHDAY=5"),
        Row(
            "щомісяця до 3-го числа місяця, наступного за звітним, починаючи з січня 2027 року", "recurring MONTHLY;BYMONTHDAY=3",
            "2027-02-03"),
        Row("інформувати щотижня (щоп'ятниці) до 14:00", "recurring WEEKLY;BYDAY=FR", "2026-11-13 14:00"),
        Row("двічі на рік до 15 січня та 15 липня", "recurring YEARLY;BYMONTH=1,7;BYMONTHDAY=15", "2027-01-15"),
        Row("щопівроку до 5 числа місяця, наступного за звітним", "recurring MONTHLY;BYMONTH=1,7;BYMONTHDAY=5"),
        Row("до 20 січня та 20 липня щороку", "recurring YEARLY;BYMONTH=1,7;BYMONTHDAY=20"),
        Row("щодня до 16:00, починаючи з 16.11.2026", "recurring DAILY", "2026-11-16 16:00"),
        Row("Доповідати щоденно о 8:00", "recurring DAILY", "2026-11-13 08:00"),
        Row("до 1-го числа кожного кварталу", "recurring MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=1"),
    ]
}
