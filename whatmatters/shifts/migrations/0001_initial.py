import django.db.models.deletion
import django.db.models.expressions
import django.db.models.lookups
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '__first__'),
        ('commissioning', '0002_end_sooner'),
        ('places', '0002_kept_postcodes'),
    ]

    operations = [
        migrations.CreateModel(
            name='WorkedShift',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('shift', models.PositiveIntegerField()),
                ('revision', models.PositiveIntegerField()),
                ('reference', models.CharField(max_length=40)),
                ('on', models.DateField()),
                ('tier', models.CharField(max_length=40)),
                ('staff', models.PositiveIntegerField()),
                ('length', models.PositiveIntegerField()),
                ('social', models.PositiveIntegerField()),
                ('health', models.PositiveIntegerField()),
                ('travel', models.PositiveIntegerField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('contract', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='commissioning.contract')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
            ],
            options={
                'indexes': [models.Index(fields=['contract', 'on'], name='worked_shift_by_day')],
                'constraints': [models.UniqueConstraint(fields=('contract', 'shift', 'revision'), name='worked_shift_once'), models.UniqueConstraint(fields=('contract', 'reference', 'revision'), name='worked_shift_named_once'), models.CheckConstraint(condition=django.db.models.lookups.LessThanOrEqual(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('social'), '+', models.F('health')), '+', models.F('travel')), django.db.models.expressions.CombinedExpression(models.F('staff'), '*', models.F('length'))), name='worked_shift_within_its_minutes')],
            },
        ),
    ]
