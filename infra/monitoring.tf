# What a person looks at: one dashboard, three saved log queries, a budget.

locals {
  functions = { status = local.name, watchdog = "${local.name}-watchdog" }
  regions   = { status = var.aws_region, watchdog = var.watchdog_region }

  graphs = [
    { title = "Platform status (0 operational, 1 degraded, 2 outage, 3 unknown)", role = "status", metrics = [["ElytraStatus", "PlatformStatus"]], statistic = "Maximum" },
    { title = "Age of the published data (s)", role = "watchdog", metrics = [["ElytraStatus", "DataAge"]], statistic = "Maximum" },
    { title = "Publications and failed runs", role = "status", metrics = [["ElytraStatus", "Published"], ["AWS/Lambda", "Errors"]], statistic = "Sum" },
    { title = "Alerts that no channel took", role = "status", metrics = [["ElytraStatus", "AlertsFailed"]], statistic = "Sum" },
    { title = "Duration of a run (ms; it ends itself at 27,000)", role = "status", metrics = [["AWS/Lambda", "Duration"]], statistic = "Maximum" },
  ]

  queries = {
    failed-runs = "fields @timestamp, @message | filter @message like /ERROR|Task timed out/ | sort @timestamp desc | limit 50"
    warnings    = "fields @timestamp, @message | filter @message like /WARN/ | sort @timestamp desc | limit 100"
    slow-starts = "filter @type = \"REPORT\" or ispresent(record.metrics.durationMs) | stats max(coalesce(@duration, record.metrics.durationMs)), max(coalesce(@initDuration, record.metrics.initDurationMs)), count() by bin(1h)"
  }
}

resource "aws_cloudwatch_dashboard" "this" {
  dashboard_name = local.name
  dashboard_body = jsonencode({
    widgets = concat(
      [
        for index, graph in local.graphs : {
          type   = "metric"
          x      = (index % 2) * 12
          y      = floor(index / 2) * 6
          width  = 12
          height = 6
          properties = {
            title   = graph.title
            region  = local.regions[graph.role]
            stat    = graph.statistic
            period  = max(5, var.schedule_minutes) * 60
            view    = "timeSeries"
            metrics = [for metric in graph.metrics : concat(metric, ["FunctionName", local.functions[graph.role]])]
            yAxis   = { left = { min = 0 } }
          }
        }
      ],
      [
        {
          type   = "metric"
          x      = 12
          y      = 12
          width  = 12
          height = 6
          properties = {
            title  = "Lambda cost per day without free tier (USD, arm64)"
            region = var.aws_region
            period = 86400
            view   = "timeSeries"
            metrics = [
              [{ expression = "duration / 1000 * ${var.memory_mb} / 1024 * 0.0000133334 + calls * 0.0000002", label = "status" }],
              ["AWS/Lambda", "Duration", "FunctionName", local.name, { id = "duration", stat = "Sum", visible = false }],
              ["AWS/Lambda", "Invocations", "FunctionName", local.name, { id = "calls", stat = "Sum", visible = false }],
            ]
            yAxis = { left = { min = 0 } }
          }
        },
      ],
    )
  })
}

resource "aws_cloudwatch_query_definition" "this" {
  for_each = local.queries

  name            = "${local.name}/${each.key}"
  log_group_names = ["/aws/lambda/${local.name}"]
  query_string    = each.value
}

# Counts only what carries the tag installation. It has to be activated once as a cost allocation tag (console: Billing).
resource "aws_budgets_budget" "this" {
  for_each = var.monthly_budget_usd > 0 ? toset([local.name]) : toset([])

  name         = each.value
  account_id   = local.account
  budget_type  = "COST"
  limit_amount = tostring(var.monthly_budget_usd)
  limit_unit   = "USD"
  time_unit    = "MONTHLY"

  cost_filter {
    name   = "TagKeyValue"
    values = [join("$", ["user:installation", local.name])]
  }

  notification {
    comparison_operator        = "GREATER_THAN"
    threshold                  = 80
    threshold_type             = "PERCENTAGE"
    notification_type          = "ACTUAL"
    subscriber_email_addresses = var.alarm_emails
  }

  notification {
    comparison_operator        = "GREATER_THAN"
    threshold                  = 100
    threshold_type             = "PERCENTAGE"
    notification_type          = "FORECASTED"
    subscriber_email_addresses = var.alarm_emails
  }
}
